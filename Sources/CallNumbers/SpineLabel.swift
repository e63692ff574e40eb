/// The lines of one spine label, top to bottom. No character of the call number is missing from them but blanks
/// at line ends and the marks that the rules name.
public struct SpineLabel: Equatable, Sendable {
    public let lines: [String]
    /// Why the number was broken at blanks only: it is not in its scheme. `nil` when it was read.
    public let unread: CallNumberError?

    init(_ callNumber: CallNumber, rules: SpineRules) throws(CallNumberError) {
        var found: [[Character]] = []
        for prefix in callNumber.prefixes { found += try Self.affix(prefix, rules) }
        var rules = rules
        if rules.scheme != callNumber.scheme { rules = SpineRules(scheme: callNumber.scheme).limited(like: rules) }

        let source = try SourceText(callNumber.text, breakMark: rules.breakMark)
        let reading = Self.reading(source.characters, rules)
        unread = reading.problem
        var page = Page(source)
        if !rules.isUnbroken {
            if let reading = reading.value { page.mark(reading, rules) } else { page.markWords(rules) }
        } else if let reading = reading.value {
            page.markPrefixes(reading)
        }
        page.markTexts(rules)
        found += page.lines()
        for suffix in callNumber.suffixes { found += try Self.affix(suffix, rules) }
        lines = try Self.fitted(found, rules)
    }

    /// A prefix or suffix has a line of its own; it is broken only where it asks for it.
    private static func affix(_ text: String, _ rules: SpineRules) throws(CallNumberError) -> [[Character]] {
        Page(try SourceText(text, breakMark: rules.breakMark)).lines()
    }

    private static func reading(_ characters: [Character], _ rules: SpineRules) -> (
        value: Reading?, problem: CallNumberError?
    ) {
        var problem: CallNumberError?
        for isLenient in [false, true] {
            do throws(CallNumberError) {
                let reading = try Reading(
                    characters, scheme: rules.scheme, prefixWords: rules.prefixWords, isLenient: isLenient)
                return (reading, problem)
            } catch {
                if problem == nil { problem = error }
            }
        }
        return (nil, problem)
    }

    private static func fitted(_ lines: [[Character]], _ rules: SpineRules) throws(CallNumberError) -> [String] {
        var fitted: [String] = []
        for line in lines {
            guard let width = rules.width else {
                fitted.append(String(line))
                continue
            }
            for piece in Wrapping.pieces(line, width: width, scheme: rules.scheme) {
                let text = String(piece)
                guard text.count <= width else {
                    throw .lineTooWide(line: fitted.count + 1, text: text, width: width)
                }
                fitted.append(text)
            }
        }
        if let limit = rules.lines, fitted.count > limit, limit >= 0 {
            throw .tooManyLines(line: limit + 1, text: fitted[limit], needed: fitted.count, limit: limit)
        }
        return fitted
    }
}

extension SpineRules {
    func limited(like other: SpineRules) -> SpineRules {
        var rules = self
        rules.width = other.width
        rules.lines = other.lines
        rules.prefixWords = other.prefixWords
        return rules
    }
}
