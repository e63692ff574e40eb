/// How a library breaks its call numbers into lines: every choice is data, so that a file can hold it.
public struct SpineRules: Equatable, Sendable {
    public let scheme: Scheme

    /// Characters a line, 1 to 80; `nil` is no limit. Vendors use 6 to 16, most of them 8.
    public var width: Int?
    /// Lines on the label, 1 to 40; `nil` is no limit. Vendors use 6 to 13, most of them 9.
    public var lines: Int?

    /// Words that are a prefix when they stand in the number itself.
    public var prefixWords = PrefixWords.common
    /// The whole number on one line; only prefix and suffix have lines of their own.
    public var isUnbroken = false
    public var spaces: Spaces

    // Classes of letters and a number.
    public var breaksAfterLetters = true
    public var classDecimal = ClassDecimal.keep
    public var breaksBeforeFirstCutter = true
    public var hidesFirstCutterDot = false

    // Dewey.
    public var deweyBreak = DeweyBreak.whenTooLong
    /// Digits on each line after the break in a Dewey number; the last count repeats. Empty: all that fit.
    public var deweyGroups: [Int] = []
    /// Field 082 marks where a number may be shortened; the mark is not part of the number.
    public var hidesPrimeMarks = true

    // SuDoc.
    public var stem = Stem.whole
    public var colon = Colon.breakAfter
    /// Puts the blank of `Y 4` into `Y4`, which many records lack.
    public var spacesLettersFromDigits = false

    // UDC.
    /// Signs before which a UDC number is broken, outside brackets.
    public var signBreaks = ["(", "\"", "=", ":", "+"]

    // Any scheme: texts at which the number is broken, outside round brackets.
    public var breaksBefore: [String] = []
    public var breaksAfter: [String] = []
    /// Texts that are replaced by a break, and so are not printed.
    public var breaksInstead: [String] = []
    /// Takes `G7c.11` apart, whose copy number has lost its blank.
    public var splitsGluedCopy = true
    /// A character in the label's text that asks for a new line, as a line feed always does.
    public var breakMark: Character? = "|"

    public enum Spaces: String, CaseIterable, Sendable {
        /// Every blank breaks, but a volume, part or copy keeps its number: `v. 4`, `disc 2`.
        case keepDesignations = "keep-designations"
        case all, first, none
    }

    public enum ClassDecimal: String, CaseIterable, Sendable {
        case keep
        case breakBefore = "break-before"
        case breakAfter = "break-after"
    }

    public enum DeweyBreak: String, CaseIterable, Sendable {
        case never
        /// Before the point if the number is wider than the label; then in groups if its decimals still are.
        case whenTooLong = "when-too-long"
        case beforePoint = "before-point"
        case afterPoint = "after-point"
        /// The first group stays with the whole number: `388.1446`, `392`.
        case insideDecimals = "inside-decimals"
    }

    public enum Stem: String, CaseIterable, Sendable {
        case whole
        case breakBeforePoint = "break-before-point"
        /// `NAS`, `1.26`; but `Y 3` and `Y 4` stay together and are broken before the point.
        case lettersThenNumber = "letters-then-number"
    }

    public enum Colon: String, CaseIterable, Sendable {
        case breakAfter = "break-after"
        case breakBefore = "break-before"
        case breakInstead = "break-instead"
        case keep
    }

    /// What most libraries print. No limits: the label's stock knows them.
    public init(scheme: Scheme) {
        self.scheme = scheme
        spaces = scheme == .documents ? .none : .keepDesignations
    }

    public static let widths = 1...80
    public static let lineCounts = 1...40
}
