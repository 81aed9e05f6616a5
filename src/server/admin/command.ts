import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { findMunicipality } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { AdministrationPorts } from '../administration.ts';

/** One command of `npm run admin`: its words, its help, and what it does. Errors are sentences. */
export type Command = {
  /** `account create` */
  readonly name: string;
  /** What follows the name: `--municipality <id> --username <name>`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (input: unknown, ports: AdminPorts) => Promise<Result<string, string>>;
};

export type AdminPorts = AdministrationPorts & {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly readStdin: () => Promise<string>;
};

/** Input is checked by the command's own schema before anything is opened or written. */
export function defineCommand<Input>(definition: {
  name: string;
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  input: z.ZodType<Input>;
  run: (input: Input, ports: AdminPorts) => Promise<Result<string, string>>;
}): Command & { readonly input: z.ZodType<Input> } {
  return {
    ...definition,
    run: (input, ports) => definition.run(definition.input.parse(input), ports),
  };
}

export type AnyCommand = Command & { readonly input: z.ZodType };

/** What the command was given; a sentence for the first thing that does not fit. */
export function readInput(command: AnyCommand, args: readonly string[]): Result<unknown, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: command.options, strict: true, allowPositionals: false });
    const input = command.input.safeParse(values);
    if (input.success) return ok(input.data);
    const issue = input.error.issues[0];
    const option = issue?.path[0];
    return err(
      option === undefined ? 'The options do not fit.' : `--${String(option)}: ${issue?.message ?? 'does not fit'}`,
    );
  } catch (error) {
    // parseArgs tells of wrong use by throwing.
    if (error instanceof TypeError && 'code' in error) return err(error.message);
    throw error;
  }
}

export const MunicipalityOption = z
  .string({ error: 'is needed: c_ and the codice catastale, such as c_d969 for Genova' })
  .transform((text) => text.toLowerCase())
  .refine((text) => findMunicipality(text) !== undefined, {
    error: 'is none of the network, such as c_d969 for Genova',
  })
  .pipe(MunicipalityId);
