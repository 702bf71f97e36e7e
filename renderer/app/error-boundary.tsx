import { Component, type ReactNode } from 'react'

/** Keeps a fault inside one part of the page; in its place stands what `instead` draws, until it is tried again. */
export class ErrorBoundary extends Component<
  { readonly instead: (retry: () => void) => ReactNode; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(() => this.setState({ failed: false })) : this.props.children
  }
}
