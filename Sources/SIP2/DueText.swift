import Circulation

/// `AH` is free text: each library system writes due dates in its own way.
public enum DueText {
    /// Finds the day in `2026-12-01 23:59:59`, `20261201    235900`, `01.12.2026`, `2026/12/01` or `23/12/2013`.
    /// - Returns: nil if there is no day, or if day and month could be meant the other way round (`03/04/2026`).
    public static func date(_ text: String) -> LocalDate? {
        let start = text.drop { !$0.isASCII || !$0.isNumber }
        let first = start.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "." || $0 == "/") }
        let digits = first.prefix { $0.isNumber }
        if digits.count == 8 || digits.count == 14 {
            guard let number = Int(digits.prefix(8)) else { return nil }
            return LocalDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        guard let separator = first.dropFirst(digits.count).first else { return nil }
        let parts = first.split(separator: separator, omittingEmptySubsequences: false).prefix(3).map { Int($0) }
        guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] else { return nil }
        if digits.count == 4 { return LocalDate(year: a, month: b, day: c) }
        guard c >= 1000 else { return nil }
        if separator == "." || a > 12 { return LocalDate(year: c, month: b, day: a) }
        if b > 12 || a == b { return LocalDate(year: c, month: a, day: b) }
        return nil
    }
}
