import { type InstructionLine } from '../instruction-line';
import { type Instruction } from '../model';
import { type InstructionPlace } from '../place';
import { CommandNode, HealthcheckNode } from './command-nodes';
import { CopyNode } from './copy-node';
import { FromNode } from './from-node';
import { OnbuildNode } from './onbuild-node';
import { PlainNode, ShellNode } from './plain-node';
import { RunNode } from './run-node';
import { UserNode } from './user-node';
import { ArgNode, VariableNode } from './variable-node';
import { WorkdirNode } from './workdir-node';

/** The instruction of a line; a keyword that is none makes it UNKNOWN. */
export function createInstruction(line: InstructionLine, place: InstructionPlace): Instruction {
  const keyword = line.keyword.toUpperCase();
  switch (keyword) {
    case 'FROM':
      return new FromNode(line, place);
    case 'RUN':
      return new RunNode(line, place);
    case 'COPY':
    case 'ADD':
      return new CopyNode(keyword, line, place);
    case 'ENV':
    case 'LABEL':
      return new VariableNode(keyword, line, place);
    case 'ARG':
      return new ArgNode(line, place);
    case 'CMD':
    case 'ENTRYPOINT':
      return new CommandNode(keyword, line, place);
    case 'HEALTHCHECK':
      return new HealthcheckNode(line, place);
    case 'USER':
      return new UserNode(line, place);
    case 'WORKDIR':
      return new WorkdirNode(line, place);
    case 'SHELL':
      return new ShellNode(line, place);
    case 'ONBUILD':
      return new OnbuildNode(line, place);
    case 'EXPOSE':
    case 'VOLUME':
    case 'STOPSIGNAL':
    case 'MAINTAINER':
      return new PlainNode(keyword, line, place);
    default:
      return new PlainNode('UNKNOWN', line, place);
  }
}
