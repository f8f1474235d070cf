/** What the tests use of the UCUM reference implementation, which ships no types. */
declare module '@lhncbc/ucum-lhc' {
  interface Utils {
    validateUnitString(code: string): { status: 'valid' | 'invalid' | 'error' };
    convertUnitTo(from: string, value: number, to: string): { status: string; toVal: number | null; msg: string[] };
  }
  const ucum: { UcumLhcUtils: { getInstance(): Utils } };
  export default ucum;
}
