/** A key, for the eye: what it stands beside says what it does. */
// biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
export const Kbd = (props: { readonly children: string }) => <kbd aria-hidden="true">{props.children}</kbd>;
