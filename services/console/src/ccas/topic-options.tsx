import { topicGroups, topicLabel } from './topics';

/** What goes into a list of topics. */
export function TopicOptions({ empty }: { readonly empty: string }) {
  return (
    <>
      <option value="">{empty}</option>
      {topicGroups.map(({ field, label, topics }) => (
        <optgroup key={field} label={label}>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {topicLabel(topic)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
