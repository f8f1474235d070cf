export declare const esbuildYaml: import('esbuild').Plugin;
export declare const viteYaml: {
  name: string;
  enforce: 'pre';
  transform(code: string, id: string): { code: string; map: null } | undefined;
};
