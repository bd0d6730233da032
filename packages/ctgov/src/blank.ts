const hasText = /\S/;

/** Whether a text is more than white space, which for the model is what Unicode calls so: also a no-break space. */
export function saysSomething(value: string): boolean {
  const first = value.charCodeAt(0);
  return (first > 32 && first < 128) || hasText.test(value);
}
