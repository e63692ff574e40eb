import Circulation

/// The words for a slip, in the slip's own language. `Words` makes them; this room only puts them in their places.
public struct PaperWords: Sendable {
    /// A message's text, without invisible direction marks.
    public var text: @Sendable (Message) -> String
    /// A day in words, with its year.
    public var date: @Sendable (LocalDate) -> String
    public var isRightToLeft: Bool

    public init(
        isRightToLeft: Bool, text: @escaping @Sendable (Message) -> String,
        date: @escaping @Sendable (LocalDate) -> String
    ) {
        self.isRightToLeft = isRightToLeft
        self.text = text
        self.date = date
    }
}
