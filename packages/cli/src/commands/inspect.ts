import type { Command } from 'commander';

export function addInspect(program: Command): void {
  program.command('inspect');
}
