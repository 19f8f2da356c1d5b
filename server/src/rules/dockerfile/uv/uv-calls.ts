export * from '../../../dockerfile/uv/uv-calls';
