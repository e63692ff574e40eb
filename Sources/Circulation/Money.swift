/// An amount in the smallest unit of its currency: 240 EUR is 2.40 €.
public struct Money: Hashable, Sendable {
    public var minor: Int
    public var currency: String  // ISO 4217, "EUR"
    public init(minor: Int, currency: String) { (self.minor, self.currency) = (minor, currency) }

    /// Digits behind the point, ISO 4217. Only the currencies that are not 2.
    public static func digits(of currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XAF", "XOF", "PYG", "RWF": 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    /// The amount as SIP2 and receipts for machines write it: `12.40`, dot and no currency.
    public var decimal: String {
        let digits = Self.digits(of: currency)
        var text = String(minor.magnitude)
        if digits > 0 {
            text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
            text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
        }
        return minor < 0 ? "-" + text : text
    }

    /// Reads what library systems send: `12.00`, ` 12.00`, `16.8`, `0`, `10.`, `$0.00`, `1,234.00`, `-3.5`.
    /// - Returns: nil if there is no number in it, or if it does not fit.
    public init?(lenient text: some StringProtocol, currency: String) {
        let digits = Self.digits(of: currency)
        let kept = String(text).filter { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        let parts = kept.drop { $0 == "-" }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !(whole.isEmpty && parts.count < 2), whole.count <= 12 else { return nil }
        let fraction = String(parts.count > 1 ? parts[1] : "").prefix(digits)
        let padded = fraction + String(repeating: "0", count: digits - fraction.count)
        guard let value = Int(String(whole) + padded) else { return nil }
        self.init(minor: kept.hasPrefix("-") ? -value : value, currency: currency)
    }
}
