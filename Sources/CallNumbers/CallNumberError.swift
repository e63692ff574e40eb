/// Why a call number could not be read, or does not fit its label.
///
/// Positions and lines count from 1. A call number is no secret: texts may show it.
public enum CallNumberError: Error, Equatable, Sendable {
    case empty
    case tooLong(limit: Int)
    case unprintable(position: Int)
    case notInScheme(Scheme, position: Int, expected: String)
    case lineTooWide(line: Int, text: String, width: Int)
    case tooManyLines(line: Int, text: String, needed: Int, limit: Int)
}

extension CallNumberError {
    /// Stable across releases.
    public var code: String {
        switch self {
        case .empty: "CALL-1"
        case .tooLong: "CALL-2"
        case .unprintable: "CALL-3"
        case .notInScheme: "CALL-4"
        case .lineTooWide: "CALL-5"
        case .tooManyLines: "CALL-6"
        }
    }

    /// What is wrong, with the place of it.
    public var message: String {
        switch self {
        case .empty: "There is no call number."
        case .tooLong(let limit): "The call number is longer than \(limit) characters."
        case .unprintable(let position): "Character \(position) cannot be printed."
        case .notInScheme(let scheme, let position, let expected):
            "This is no \(scheme.title) call number: character \(position) should be \(expected)."
        case .lineTooWide(let line, let text, let width):
            "Line \(line), \"\(text)\", is \(text.count) characters long; the label holds \(width)."
        case .tooManyLines(let line, let text, let needed, let limit):
            "The label holds \(limit) lines of \(needed): line \(line), \"\(text)\", is the first without a place."
        }
    }

    /// One sentence for the person at the desk.
    public var advice: String {
        switch self {
        case .empty: "Enter the call number in the item's record."
        case .tooLong: "Check the item's record: a note may have got into the call number."
        case .unprintable: "Type the call number in the item's record again instead of pasting it."
        case .notInScheme: "Check the call number and its scheme in the item's record."
        case .lineTooWide, .tooManyLines:
            "Nothing was cut off: choose one of these ways: " + waysOut.joined(separator: "; ") + "."
        }
    }

    /// What the desk can choose from when the text does not fit; empty for other errors.
    public var waysOut: [String] {
        switch self {
        case .empty, .tooLong, .unprintable, .notInScheme: []
        case .lineTooWide(_, let text, _):
            [
                "smaller type or a label of \(text.count) characters a line",
                "put | into the label's text where the line may end",
            ]
        case .tooManyLines(_, _, let needed, _):
            [
                "smaller type or a label of \(needed) lines",
                "rules that break less, or a prefix on a label of its own",
                "a label text of your own with fewer breaks",
            ]
        }
    }
}
