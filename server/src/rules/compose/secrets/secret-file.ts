import { addDeclaration, addItem, type Edits } from '../../../compose/edits';
import { type Variable } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { replace } from '../../../text/edit';
import { serviceImage } from '../images/service-image';

/**
 * Variables that official images read from a file where `_FILE` is put behind their names.
 * @see https://hub.docker.com/_/postgres (section "Docker Secrets"), https://hub.docker.com/_/mysql, https://hub.docker.com/_/mariadb, https://hub.docker.com/_/mongo
 */
const fromFile: readonly (readonly [RegExp, RegExp])[] = [
  [/^docker\.io\/library\/postgres$/, /^POSTGRES_PASSWORD$/],
  [/^docker\.io\/library\/mysql$/, /^MYSQL_(?:ROOT_)?PASSWORD$/],
  [/^docker\.io\/library\/mariadb$/, /^(?:MARIADB|MYSQL)_(?:ROOT_)?PASSWORD$/],
  [/^docker\.io\/library\/mongo$/, /^MONGO_INITDB_ROOT_PASSWORD$/],
];

/** Hands the variable over as a secret file; undefined where the image is not known to read one. */
export function readFromSecret(compose: Compose, service: Service, variable: Variable): Edits {
  const repository = serviceImage(service)?.reference.repository ?? '';
  if (!fromFile.some(([image, name]) => image.test(repository) && name.test(variable.name))) return undefined;
  if (compose.usersOf(variable.scalar).length !== 1 || variable.scalar.origin.kind === 'alias')
    return undefined;
  const secret = variable.name.toLowerCase();
  if (compose.declared('secrets').some(({ key }) => key === secret)) return undefined;
  const path = `/run/secrets/${secret}`;
  const renamed =
    variable.form === 'map'
      ? [replace(variable.nameSpan, `${variable.name}_FILE`), replace(variable.scalar.span, path)]
      : [replace(variable.scalar.span, `${variable.name}_FILE=${path}`)];
  const parts = [
    addItem(compose, service, 'secrets', secret),
    addDeclaration(compose, 'secrets', secret, { map: { file: `./${secret}.txt` } }),
  ];
  return parts.every((part) => part !== undefined) ? [...renamed, ...parts.flat()] : undefined;
}
