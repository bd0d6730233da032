export { type ConversionOptions, type PlacedFailure, type RunResult, runConversion } from './engine/run.js';
