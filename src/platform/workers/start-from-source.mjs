// First module of a worker thread that runs from source: registers the reader of TypeScript, then loads the module
// named in the arguments. Node's `--import tsx` does not reach a worker's own first module. Not part of the build,
// and the reader is resolved by hand because it is there for development only.
const { register } = await import(import.meta.resolve('tsx/esm/api'));

register();
await import(process.argv[2]);
