import Circulation
import FoundationEssentials
import FoundationInternationalization

/// Fills one pattern with one message's arguments.
struct Speaker {
    var language: String
    var arguments: [Message.Named]
    var isPlain: Bool

    /// First strong isolate … pop directional isolate.
    private static let isolate: (Character, Character) = ("\u{2068}", "\u{2069}")

    func say(_ pattern: Pattern) -> String { say(pattern, number: nil) }

    /// Names that the pattern wants and the message does not have.
    func lacking(_ pattern: Pattern) -> [String] {
        pattern.arguments.filter { name in !arguments.contains { $0.name == name } }
    }

    private func say(_ pattern: Pattern, number: Int?) -> String {
        var text = ""
        for part in pattern.parts {
            switch part {
            case .text(let words): text += words
            case .argument(let name): text += self[name].map(say) ?? ""
            case .number: text += number.map(say) ?? ""
            case .plural(let name, let choice):
                guard case .number(let count)? = self[name] else { continue }
                text += say(choice.pattern(for: count, in: language), number: count)
            }
        }
        return text
    }

    private subscript(name: String) -> Message.Argument? { arguments.first { $0.name == name }?.value }

    private func say(_ argument: Message.Argument) -> String {
        switch argument {
        case .text(let text): isPlain ? cleaned(text) : "\(Self.isolate.0)\(cleaned(text))\(Self.isolate.1)"
        case .number(let number): say(number)
        case .date(let date): say(date, withYear: false)
        case .money(let money): say(money)
        }
    }

    /// Data must not steer the direction of the sentence around it: its own marks for that go.
    private func cleaned(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            !(0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value)
        }
        return String(String.UnicodeScalarView(kept))
    }

    private func say(_ number: Int) -> String { number.formatted(.number.locale(locale)) }

    func say(_ date: LocalDate, withYear: Bool) -> String {
        var style = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt
        ).weekday(.wide).day().month(.wide)
        if withYear { style = style.year() }
        return Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400).formatted(style)
    }

    /// Digits as the currency has them, sign and order as the language has them.
    private func say(_ money: Money) -> String {
        let digits = Money.digits(of: money.currency)
        let amount = Decimal(string: money.decimal) ?? Decimal(money.minor)
        return amount.formatted(.currency(code: money.currency).precision(.fractionLength(digits)).locale(locale))
    }

    /// Day before month in English: kiosks of this house say "Friday 11 December" everywhere.
    private var locale: Locale {
        let tag = language == "en" ? "en-GB" : language
        var components = Locale.Components(identifier: tag)
        components.calendar = .gregorian
        components.numberingSystem = Locale.NumberingSystem("latn")
        return Locale(components: components)
    }
}
