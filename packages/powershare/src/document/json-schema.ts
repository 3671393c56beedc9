/** The part of JSON Schema that says what may stand at a place. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: boolean | JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** What may stand at a path: each alternative, and what the schema says of it. */
export interface Expected {
  readonly alternatives: readonly JsonSchema[];
  readonly description: string;
}

/** Another schema for what stands at a path, where the first one leaves it open; `*` is any key. */
export interface Mount {
  readonly path: readonly string[];
  readonly guide: SchemaGuide;
}

/** A schema, asked by path. */
export class SchemaGuide {
  readonly #root: JsonSchema;
  readonly #mount: Mount | null;

  constructor(root: JsonSchema, mount: Mount | null = null) {
    this.#root = root;
    this.#mount = mount;
  }

  at(path: readonly string[]): Expected {
    const mount = this.#mount;
    if (!mount?.path.every((key, i) => key === "*" || key === path[i])) return this.#own(path);
    const within = mount.guide.at(path.slice(mount.path.length));
    if (path.length > mount.path.length) return within;
    const own = this.#own(path);
    return { ...own, alternatives: [...own.alternatives, ...within.alternatives] };
  }

  #own(path: readonly string[]): Expected {
    let here: readonly JsonSchema[] = [this.#root];
    for (const key of path) here = here.flatMap((schema) => this.#alternatives(schema)).flatMap((s) => below(s, key));
    return {
      alternatives: here.flatMap((schema) => this.#alternatives(schema)),
      description: here.map((schema) => this.#description(schema)).find((text) => text !== "") ?? "",
    };
  }

  #alternatives(schema: JsonSchema, depth = 0): readonly JsonSchema[] {
    if (depth > 20) return [];
    const parts = [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(isShape(schema) ? [] : (schema.oneOf ?? []))];
    const target = this.#target(schema);
    const within = [...(target ? [target] : []), ...parts].flatMap((part) => this.#alternatives(part, depth + 1));
    return isShape(schema) ? [schema, ...within] : within;
  }

  #target({ $ref }: JsonSchema): JsonSchema | undefined {
    return $ref === undefined
      ? undefined
      : $ref === "#"
        ? this.#root
        : this.#root.$defs?.[$ref.replace("#/$defs/", "")];
  }

  #description(schema: JsonSchema): string {
    return schema.description ?? this.#target(schema)?.description ?? "";
  }
}

/** Whether a schema says something of a value itself. */
const isShape = ({ type, properties, enum: words, const: word, items }: JsonSchema): boolean =>
  [type, properties, words, word, items].some((part) => part !== undefined);

function below({ properties, additionalProperties, items, prefixItems }: JsonSchema, key: string): JsonSchema[] {
  if (properties && Object.hasOwn(properties, key)) return [properties[key]!];
  if (typeof additionalProperties === "object") return [additionalProperties];
  if (!/^\d+$/.test(key)) return [];
  const item = prefixItems?.[Number(key)] ?? items;
  return typeof item === "object" ? [item] : [];
}
