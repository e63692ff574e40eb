/// A call number taken apart. The parts keep their order and hold every character but blanks.
public struct Reading: Equatable, Sendable {
    public let scheme: Scheme
    public let parts: [Part]
    let characters: [Character]

    /// One piece of a call number.
    public struct Part: Equatable, Sendable {
        public enum Kind: Equatable, Sendable {
            /// A word before the class that the library's rules name: `REF`.
            case prefix
            /// The class letters, or the agency letters of a SuDoc number.
            case letters
            /// The class number with its decimals: `76.73`.
            case number
            /// A year or an ordinal: `1998`, `1973a`, `15th`.
            case date
            /// Letters, digits and work letters: `C63783`, `A101mb`.
            case cutter
            /// The first letters of an author's name after a Dewey number: `BAR`.
            case author
            /// The part of a SuDoc stem from its point on: `.N 88`.
            case series
            /// The colon of a SuDoc number.
            case colon
            /// Anything else between blanks: `v.2`, `K.551`, `suppl.`
            case word
        }

        public let kind: Kind
        /// As printed, without the dot before a cutter or a date.
        public let text: String
        /// Indices into the characters of the number; includes the dot.
        let range: Range<Int>
    }

    /// Reads a text by the rules of its scheme; takes listed prefix words off its beginning if it must.
    init(_ characters: [Character], scheme: Scheme, prefixWords: [String], isLenient: Bool = false)
        throws(CallNumberError)
    {
        self.scheme = scheme
        self.characters = characters
        switch scheme {
        case .libraryOfCongress, .medicine:
            parts = try Self.afterPrefixes(characters, prefixWords) { cursor throws(CallNumberError) in
                try LettersAndNumber.read(&cursor, scheme: scheme, isLenient: isLenient)
            }
        case .dewey: parts = try Dewey.read(characters, prefixWords: prefixWords)
        case .documents:
            parts = try Self.afterPrefixes(characters, prefixWords) { cursor throws(CallNumberError) in
                try Documents.read(&cursor)
            }
        case .universal: parts = try Universal.read(characters)
        case .local:
            var cursor = Cursor(characters)
            parts = cursor.takeWords()
        }
    }

    /// The text is tried as it is first, because `R 241` is a class and not a reference book.
    private static func afterPrefixes(
        _ characters: [Character], _ prefixWords: [String],
        _ read: (inout Cursor) throws(CallNumberError) -> [Part]
    ) throws(CallNumberError) -> [Part] {
        var prefixes: [Part] = []
        var cursor = Cursor(characters)
        var firstError: CallNumberError?
        while true {
            var attempt = cursor
            do throws(CallNumberError) {
                return prefixes + (try read(&attempt))
            } catch {
                if firstError == nil { firstError = error }
            }
            guard let word = cursor.takePrefix(of: prefixWords), !cursor.isAtEnd else { break }
            prefixes.append(word)
        }
        throw firstError ?? .empty
    }
}

extension Reading {
    /// Every word that stood before the class.
    public var prefixes: [String] { texts(.prefix) }
    public var letters: String? { texts(.letters).first }
    public var number: String? { texts(.number).first }
    public var cutters: [String] { texts(.cutter) }
    public var dates: [String] { texts(.date) }

    /// What is neither class, cutter nor date, as it was written.
    public var words: [String] { texts(.word) }

    private func texts(_ kind: Part.Kind) -> [String] {
        parts.filter { $0.kind == kind }.map(\.text)
    }
}
