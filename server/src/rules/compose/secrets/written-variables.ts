import { type Variable } from '../../../compose/field';
import { type Service } from '../../../compose/model';
import { readVariables } from '../../../compose/variables';

/** The variables of `environment` in every layer: a value that another file replaces can be read all the same. */
export function writtenVariables(service: Service): readonly Variable[] {
  const entries = service.entries('environment');
  return entries.length < 2 ? service.environment : entries.flatMap(({ value }) => readVariables([value]));
}
