type Props = { searchParams: Promise<{ paragraphs?: string }> };

/** A page made on request that asks nothing, as long as it is told to be. */
export default async function Page({ searchParams }: Props) {
  const { paragraphs = "0" } = await searchParams;
  const numbers = [...Array(Number(paragraphs)).keys()];
  return numbers.map((number) => <p key={number}>Paragraph {number} of a page that says nothing at all.</p>);
}
