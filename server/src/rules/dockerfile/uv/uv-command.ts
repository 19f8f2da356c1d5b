export * from '../../../dockerfile/uv/uv-command';
