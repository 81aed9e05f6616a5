import { expect, test } from 'vitest';
import { CODE_LISTS } from '../../../src/domain/lists/code-lists.ts';
import { LANGUAGES } from '../../../src/domain/lists/languages.ts';
import { NOTICE_LANGUAGES, NOTICE_VERSIONS } from '../../../src/domain/lists/notice.ts';

// Stored records hold these codes for years. When this fails: a code was renamed or removed, put it back; add a new code
// at will, then add it here too.
const RELEASED = {
  appointmentState: 'PLAN DONE MISS CANC',
  ageBracket: 'U18 A18_60 O60',
  attendee: 'UNKN RESI',
  cardState: 'ACTV LOST',
  contributionState: 'PIAN PAGA',
  certificateState: 'VALD WDRN',
  contractType: 'LIBE CONC TRAN STUD COMO OSPI ACCO NESS ALTR',
  country: 'STLS UNKN',
  dwellingAccess: 'FULL PART NONE',
  dwellingFeature: 'ARRE ASCE PTER CUCI LAVA RISC WIFI BUSV RESI BIMB ANIM',
  dwellingType: 'INTE STAN POST',
  ethosCategory: 'ROOFLESS HOUSELESS INSECURE INADEQUATE',
  eventRole: 'PART VOLU ORGA',
  eventState: 'PLAN HELD CANC',
  eventType: 'VERD PULI ARRE ARTE LABO CAMP GIOC SUPP SENS FORM',
  exitOutcome: 'AUTO COND SUSS ERP SUPP FAMI PREC STRA RECE TRAS IRRE RINU ESCL DECE ALTR NON_RIL',
  followUp: 'M3 M6',
  gender: 'F M X NOT_ASKED DOES_NOT_KNOW PREFERS_NOT',
  householdRole: 'REFE PART FIGL GENI FRAT PARE ALTR',
  housingMeasure: 'ATMP COHO RCAS MEDI LOCA ECON ACCA EFIN CAUZ UTEN SOCH HFIR RESI',
  housingProblem: 'NESS AFFI UTEN LAVO CONT PROP VICI CONV MANU SPAZ DOCU ALTR',
  landlordType: 'PRIV SOCI PUBB ASSO CHIE AGEN ALTR',
  lineOfAction: 'CIVIC CHARGE HOUSING',
  livingSituation:
    'E1_1 E2_1 E3_1 E3_2 E3_3 E4_1 E5_1 E5_2 E6_1 E6_2 E6_3 E7_1 E7_2 E8_1 E8_2 E8_3 E9_1 E9_2 E10_1 E11_1 E11_2 E11_3 E12_1 E13_1 AUTO NOT_ASKED DOES_NOT_KNOW PREFERS_NOT',
  meetingWay: 'CASA SPOR FUOR TELE MESS VIDE NESS',
  metPerson: 'PERS NUCL PROP COIN SERV',
  missingReason: 'NOT_ASKED DOES_NOT_KNOW PREFERS_NOT',
  officeKind: 'COMU QUES SANI LEGA PATR LAVO SCUO ACCO MENS VIOL ASSO ALTR',
  placeKind: 'DESK UNIT HOME PART PHON ONLI',
  practiceOutcome: 'WORK PART FAIL',
  referralOutcome: 'ACCO NACC NAND NSA',
  residenceStatus:
    'ASIL SUSS RICH SPEC CS18 CS18B CS22 TEMP CURE CALA VALC MINO INTM ASSM FAMI LSUB LAUT LSTA ATOC STUD UELP BLUE RESE GIUS APOL VACL CITT CFUE RINN REGO NRIL',
  role: 'outreach volunteer coordinator monitor admin guest',
  serviceOutcome: 'DONE PART REFU ABSE FOLL',
  serviceType: 'CONT VALB PINT ORIE EDUC PSIC LEGA MEDC MEDI SOCL PCAR BABY ACCO INVI LING CIVI PROF',
  stage: 'SEGN VALU PATT RICE INSE ACCO USCI FUP',
  waitingReason: 'COLL DOCU RISP LIST EQUI REDD DECI FIRM COPE NOAL COST PROP GARA LAVO CONT ALLA RESI CAUZ ALTR',
} satisfies Record<keyof typeof CODE_LISTS, string>;

test.each(Object.entries(RELEASED))('the released codes of %s are all still there', (name, released) => {
  expect(CODE_LISTS[name as keyof typeof CODE_LISTS]).toEqual(released.split(' '));
});

test('the released languages and versions of the informativa are all still there', () => {
  expect(LANGUAGES).toEqual(
    'ita eng fra spa por ara ary arz urd ben syl pan hin sqi ron ukr rus zho tir amh som wol bam dyu ful mnk snk hau yor ibo pcm bin fas prs pus kmr ckb tur kat sin tam tgl nep lin aka ewe'.split(
      ' ',
    ),
  );
  expect(NOTICE_LANGUAGES).toEqual(['ita', 'eng', 'fra', 'spa', 'ara', 'urd', 'ben', 'ukr']);
  expect(NOTICE_VERSIONS).toEqual(['v1']);
});
