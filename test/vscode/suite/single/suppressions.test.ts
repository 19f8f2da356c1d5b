import { closeEditors, openFile, replaceText } from '../documents';
import { waitForRule, waitForSilence } from '../findings';

describe('suppressions', () => {
  afterEach(closeEditors);

  it('silence a rule at the next instruction, as long as they stand there', async () => {
    const text = '# bulwark ignore=image-tag-latest\nFROM ubuntu:latest\nRUN true\n';
    const editor = await openFile('suppress/Dockerfile', text);
    const { uri } = editor.document;
    await waitForSilence(uri, 'image-tag-latest', 'user-root');
    await replaceText(editor, '# bulwark ignore=image-tag-latest\n', '');
    await waitForRule(uri, 'image-tag-latest');
  });

  it('of other tools count', async () => {
    const text = '# hadolint ignore=DL3007\nFROM ubuntu:latest\nRUN true\n';
    const { document } = await openFile('suppress-hadolint/Dockerfile', text);
    await waitForSilence(document.uri, 'image-tag-latest', 'user-root');
  });

  it('silence a rule on a line of a Compose file', async () => {
    const text =
      'services:\n  web:\n    image: nginx:latest\n    privileged: true # bulwark ignore=privileged reason=lab\n';
    const { document } = await openFile('suppress/compose.yaml', text);
    await waitForSilence(document.uri, 'privileged', 'image-tag-latest');
  });
});
