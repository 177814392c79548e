// Samples of JSON Schemas, by json-schema-faker. The first line of input holds {library, defs}; each further one is a
// request {schema, seed, probability, depth}, answered by one line {value} or {error}.
import { createInterface } from "node:readline";

const encode = (bytes) => Buffer.from(bytes).toString("base64");
const formats = {
  byte: (random) => encode([random.int(0, 255), random.int(0, 255), random.int(0, 255), random.int(0, 255)]),
  binary: (random) => `binary ${random.int(0, 999999)}`,
};

let library;
let defs;
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  if (library === undefined) {
    library = await import(asked.library);
    defs = asked.defs;
    continue;
  }
  let answer;
  try {
    const value = library.generateSync(
      { allOf: [asked.schema], $defs: defs },
      {
        seed: asked.seed, formats, optionalsProbability: asked.probability, maxDepth: asked.depth, refDepthMax: 40,
        fillProperties: false,
      },
    );
    answer = value === undefined ? { error: "no value" } : { value };
  } catch (error) {
    answer = { error: String(error).slice(0, 200) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
