import { type ImageFormat } from '../images-options';
import { imagesAsCycloneDx } from './cyclonedx';
import { imagesAsJson } from './json';
import { type ImageReport } from './report';
import { imagesAsText } from './text';

export const imageReports: Readonly<Record<ImageFormat, ImageReport>> = {
  text: imagesAsText,
  json: imagesAsJson,
  cyclonedx: imagesAsCycloneDx,
};
