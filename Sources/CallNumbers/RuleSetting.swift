/// One line of a rule file: its name, what it takes, for which schemes it counts, and what it does.
///
/// The list is the only one: the parser, its messages and the manual's test read it.
public struct RuleSetting: Sendable {
    public let name: String
    public let takes: String
    public let help: String
    let schemes: [Scheme]
    /// `false` if the value cannot be taken.
    let apply: @Sendable (inout SpineRules, String) -> Bool

    private init(
        _ name: String, takes: String, in schemes: [Scheme] = Scheme.allCases, _ help: String,
        apply: @escaping @Sendable (inout SpineRules, String) -> Bool
    ) {
        self.name = name
        self.takes = takes
        self.schemes = schemes
        self.help = help
        self.apply = apply
    }

    private static func count(
        _ name: String, _ path: any WritableKeyPath<SpineRules, Int?> & Sendable, _ range: ClosedRange<Int>,
        _ help: String
    ) -> RuleSetting {
        RuleSetting(name, takes: "\(range.lowerBound) to \(range.upperBound)", help) { rules, value in
            guard let number = Int(value), range.contains(number) else { return false }
            rules[keyPath: path] = number
            return true
        }
    }

    private static func flag(
        _ name: String, _ path: any WritableKeyPath<SpineRules, Bool> & Sendable,
        in schemes: [Scheme] = Scheme.allCases,
        _ help: String
    ) -> RuleSetting {
        RuleSetting(name, takes: "yes or no", in: schemes, help) { rules, value in
            guard value == "yes" || value == "no" else { return false }
            rules[keyPath: path] = value == "yes"
            return true
        }
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ path: any WritableKeyPath<SpineRules, Choice> & Sendable,
        in schemes: [Scheme] = Scheme.allCases,
        _ help: String
    ) -> RuleSetting {
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return RuleSetting(name, takes: names, in: schemes, help) { rules, value in
            guard let choice = Choice(rawValue: value) else { return false }
            rules[keyPath: path] = choice
            return true
        }
    }

    private static func texts(
        _ name: String, _ path: any WritableKeyPath<SpineRules, [String]> & Sendable,
        in schemes: [Scheme] = Scheme.allCases,
        _ help: String
    ) -> RuleSetting {
        RuleSetting(name, takes: "texts with blanks between them, or none", in: schemes, help) { rules, value in
            let texts = value.split(whereSeparator: \.isBlank).map(String.init)
            guard !texts.isEmpty else { return false }
            rules[keyPath: path] = texts == ["none"] ? [] : texts
            return true
        }
    }

    private static let lettered: [Scheme] = [.libraryOfCongress, .medicine]

    public static let all: [RuleSetting] = [
        count("width", \.width, SpineRules.widths, "Characters a line. What does not fit is refused, never cut."),
        count("lines", \.lines, SpineRules.lineCounts, "Lines on the label."),
        texts("prefix-words", \.prefixWords, "Words that are a prefix when the record has them in the number itself."),
        flag("unbroken", \.isUnbroken, "The whole number on one line, under its prefix."),
        choice("spaces", \.spaces, "Which blanks end a line; a designation is v., no., disc and the like."),
        flag("break-after-letters", \.breaksAfterLetters, in: lettered, "A line end between class letters and number."),
        choice("class-decimal", \.classDecimal, in: lettered, "A line end at the decimal point of the class."),
        flag(
            "break-before-cutter", \.breaksBeforeFirstCutter, in: [.libraryOfCongress, .medicine, .dewey],
            "A line end before the first cutter; otherwise a blank."),
        flag(
            "hide-cutter-dot", \.hidesFirstCutterDot, in: [.libraryOfCongress, .medicine, .dewey],
            "The first cutter without its dot."),
        choice("number-break", \.deweyBreak, in: [.dewey], "Where a Dewey number may be broken."),
        RuleSetting(
            "number-groups", takes: "counts with blanks between them, 1 to 20", in: [.dewey],
            "Decimals on each line after the break; the last count repeats."
        ) { rules, value in
            let counts = value.split(whereSeparator: \.isBlank).map { Int($0) ?? 0 }
            guard !counts.isEmpty, counts.allSatisfy({ (1...20).contains($0) }) else { return false }
            rules.deweyGroups = counts
            return true
        },
        flag(
            "hide-prime-marks", \.hidesPrimeMarks, in: [.dewey], "Leaves out / and ' between digits of the number."),
        choice("stem", \.stem, in: [.documents], "How the part before the colon is broken."),
        choice("colon", \.colon, in: [.documents], "What happens at the colon."),
        flag("blank-after-letters", \.spacesLettersFromDigits, in: [.documents], "Prints Y4 as Y 4."),
        texts(
            "sign-breaks", \.signBreaks, in: [.universal], "Signs before which a number breaks, outside brackets."),
        texts("break-before", \.breaksBefore, "Texts before which a line ends, outside round brackets."),
        texts("break-after", \.breaksAfter, "Texts after which a line ends, outside round brackets."),
        texts("break-instead", \.breaksInstead, "Texts that are not printed: a line ends there."),
        flag("split-glued-copy", \.splitsGluedCopy, "Takes G7c.11 apart, whose copy number has lost its blank."),
        RuleSetting(
            "break-mark", takes: "one character, or none", "What asks for a new line in the text."
        ) { rules, value in
            guard value == "none" || value.count == 1 else { return false }
            rules.breakMark = value == "none" ? nil : value.first
            return true
        },
    ]
}
