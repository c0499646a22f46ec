export default function Page() {
  return <p>Nothing but this.</p>;
}
