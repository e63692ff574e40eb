import Circulation

/// One row of the table of settings: what it is called, what it may be, what it is for, and where it goes.
struct Setting: Sendable {
    /// A value as the file has it. No problem repeats it: it could be a password in a wrong place.
    enum Raw {
        case text(String)
        case list([String])
    }

    /// Why a value cannot be taken, as the end of a sentence that begins with the setting's name.
    struct Refusal: Error { var why: String }

    var name: String
    /// "A whole number from 1 to 65535", for the manual.
    var takes: String
    var help: String
    var show: @Sendable (StationConfiguration) -> String
    var read: @Sendable (inout StationConfiguration, Raw) throws(Refusal) -> Void

    typealias Path<Value> = any WritableKeyPath<StationConfiguration, Value> & Sendable
}

extension Setting {
    static func text(
        _ name: String, _ path: Path<String>, takes: String = "a text of up to 200 characters", _ help: String,
        where isGood: @escaping @Sendable (String) -> Bool = { $0.count <= 200 }
    ) -> Setting {
        Setting(name: name, takes: takes, help: help) {
            $0[keyPath: path]
        } read: { (configuration, raw) throws(Refusal) in
            let text = try raw.oneText(takes)
            guard isGood(text), !text.contains(where: \.isNewline) else { throw Refusal(why: "must be \(takes)") }
            configuration[keyPath: path] = text
        }
    }

    static func secret(_ name: String, _ path: Path<Secret>, _ help: String) -> Setting {
        let takes = "a text of up to 200 characters"
        return Setting(name: name, takes: takes, help: help) { _ in
            ""
        } read: { (configuration, raw) throws(Refusal) in
            let text = try raw.oneText(takes)
            guard text.count <= 200, !text.contains(where: \.isNewline) else { throw Refusal(why: "must be \(takes)") }
            configuration[keyPath: path] = Secret(text)
        }
    }

    static func number(_ name: String, _ path: Path<Int>, _ range: ClosedRange<Int>, _ help: String) -> Setting {
        let takes = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return Setting(name: name, takes: takes, help: help) {
            "\($0[keyPath: path])"
        } read: { (configuration, raw) throws(Refusal) in
            guard let number = Int(try raw.oneText(takes)), range.contains(number) else {
                throw Refusal(why: "must be \(takes)")
            }
            configuration[keyPath: path] = number
        }
    }

    /// - Parameter inTests: the lowest value with `kiosk.for_tests: yes`.
    static func decimal(
        _ name: String, _ path: Path<Double>, _ range: ClosedRange<Double>, inTests: Double? = nil, _ help: String
    ) -> Setting {
        let takes = "a number from \(short(range.lowerBound)) to \(short(range.upperBound))"
        return Setting(name: name, takes: takes, help: help) {
            short($0[keyPath: path])
        } read: { (configuration, raw) throws(Refusal) in
            let lowest = configuration.isForTests ? inTests ?? range.lowerBound : range.lowerBound
            let text = try raw.oneText(takes)
            guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let number = Double(text),
                (lowest...range.upperBound).contains(number)
            else { throw Refusal(why: "must be \(takes)") }
            configuration[keyPath: path] = number
        }
    }

    static func seconds(
        _ name: String, _ path: Path<Duration>, _ range: ClosedRange<Double>, inTests: Double? = nil, _ help: String
    ) -> Setting {
        let number = decimal(name, \.scratch, range, inTests: inTests, help)
        return Setting(name: name, takes: number.takes, help: help) {
            short($0[keyPath: path] / .seconds(1))
        } read: { (configuration, raw) throws(Refusal) in
            try number.read(&configuration, raw)
            configuration[keyPath: path] = .milliseconds(Int((configuration.scratch * 1000).rounded()))
        }
    }

    static func flag(_ name: String, _ path: Path<Bool>, _ help: String) -> Setting {
        Setting(name: name, takes: "yes or no", help: help) {
            $0[keyPath: path] ? "yes" : "no"
        } read: { (configuration, raw) throws(Refusal) in
            switch try raw.oneText("yes or no").lowercased() {
            case "yes", "true", "on": configuration[keyPath: path] = true
            case "no", "false", "off": configuration[keyPath: path] = false
            default: throw Refusal(why: "must be yes or no")
            }
        }
    }

    /// One of a few words, each of which stands for a value.
    static func choice<Value: Equatable & Sendable>(
        _ name: String, _ path: Path<Value>, _ values: [(word: String, value: Value)], _ help: String
    ) -> Setting {
        let takes = "one of " + values.map(\.word).joined(separator: ", ")
        return Setting(name: name, takes: takes, help: help) { configuration in
            values.first { $0.value == configuration[keyPath: path] }?.word ?? ""
        } read: { (configuration, raw) throws(Refusal) in
            let word = try raw.oneText(takes)
            guard let value = values.first(where: { $0.word.lowercased() == word.lowercased() })?.value else {
                throw Refusal(why: "must be \(takes)")
            }
            configuration[keyPath: path] = value
        }
    }

    static func list(
        _ name: String, _ path: Path<[String]>, of what: String, _ help: String,
        where isGood: @escaping @Sendable (String) -> Bool
    ) -> Setting {
        let takes = "a list of \(what)"
        return Setting(name: name, takes: takes, help: help) {
            "[" + $0[keyPath: path].joined(separator: ", ") + "]"
        } read: { (configuration, raw) throws(Refusal) in
            let items = raw.texts
            guard (1...32).contains(items.count), items.allSatisfy(isGood) else {
                throw Refusal(why: "must be \(takes)")
            }
            for (index, item) in items.enumerated() where items[..<index].contains(item) {
                throw Refusal(why: "has the same entry twice")
            }
            configuration[keyPath: path] = items
        }
    }

    static func place(_ name: String, _ path: Path<WirePlace?>, _ help: String) -> Setting {
        let takes = "stream:/path or tcp:host:port"
        return Setting(name: name, takes: takes, help: help) {
            $0[keyPath: path]?.description ?? ""
        } read: { (configuration, raw) throws(Refusal) in
            guard let place = WirePlace(try raw.oneText(takes)) else { throw Refusal(why: "must be \(takes)") }
            configuration[keyPath: path] = place
        }
    }

    static func short(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
    }
}

extension Setting.Raw {
    func oneText(_ takes: String) throws(Setting.Refusal) -> String {
        switch self {
        case .text(let text): return text
        case .list: throw Setting.Refusal(why: "must be \(takes), not a list")
        }
    }

    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let texts): texts
        }
    }
}
