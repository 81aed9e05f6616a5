/** Counts for a monitoring system, in Prometheus' text format. By address pattern and status: nothing about persons. */
export type Metrics = {
  count(request: { method: string; route: string; status: number; seconds: number }): void;
  toText(gauges: Readonly<Record<string, number>>): string;
};

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const seconds = new Map<string, { sum: number; count: number }>();
  return {
    count({ method, route, status, seconds: took }) {
      const key = `method="${method}",route="${route}",status="${status}"`;
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const of = seconds.get(route) ?? { sum: 0, count: 0 };
      seconds.set(route, { sum: of.sum + took, count: of.count + 1 });
    },
    toText: (gauges) =>
      [
        '# TYPE taccuino_requests_total counter',
        ...[...requests].map(([labels, count]) => `taccuino_requests_total{${labels}} ${count}`),
        '# TYPE taccuino_request_seconds summary',
        ...[...seconds].flatMap(([route, { sum, count }]) => [
          `taccuino_request_seconds_sum{route="${route}"} ${sum.toFixed(6)}`,
          `taccuino_request_seconds_count{route="${route}"} ${count}`,
        ]),
        ...Object.entries(gauges).flatMap(([name, value]) => [
          `# TYPE taccuino_${name} gauge`,
          `taccuino_${name} ${value}`,
        ]),
        '',
      ].join('\n'),
  };
}
