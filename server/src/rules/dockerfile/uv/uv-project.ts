export * from '../../../dockerfile/uv/uv-project';
