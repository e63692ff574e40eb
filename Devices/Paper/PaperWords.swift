import Circulation

/// The words for a slip, in the slip's own language. `Words` makes them; this room only puts them in their places.
public struct PaperWords {
    /// A message's text, without invisible direction marks.
    public var text: (Message) -> String
    /// A day in words, with its year.
    public var date: (LocalDate) -> String
    public var isRightToLeft: Bool

    public init(
        isRightToLeft: Bool, text: @escaping (Message) -> String, date: @escaping (LocalDate) -> String
    ) {
        self.isRightToLeft = isRightToLeft
        self.text = text
        self.date = date
    }
}
