/// A sentence of a words file, read: text, places for arguments, and choices by number.
struct Pattern: Equatable, Sendable {
    indirect enum Part: Equatable, Sendable {
        case text(String)
        case argument(String)
        /// `#`: the number of the choice around it.
        case number
        case plural(String, Choice)
    }

    struct Choice: Equatable, Sendable {
        /// `=0 {…}`: asked before the forms.
        var exact: [Exact] = []
        var forms: [Form] = []

        struct Exact: Equatable, Sendable {
            var number: Int
            var pattern: Pattern
        }
        struct Form: Equatable, Sendable {
            var category: PluralCategory
            var pattern: Pattern
        }

        func pattern(for number: Int, in language: String) -> Pattern {
            if let exact = exact.first(where: { $0.number == number }) { return exact.pattern }
            let wanted = Plural.category(of: number, in: language)
            return (forms.first { $0.category == wanted } ?? forms.first { $0.category == .other })?.pattern
                ?? Pattern()
        }
    }

    var parts: [Part] = []

    /// The names of all arguments, each once, sorted.
    var arguments: [String] {
        var names: [String] = []
        collect(&names)
        return names.sorted()
    }

    private func collect(_ names: inout [String]) {
        func note(_ name: String) { if !names.contains(name) { names.append(name) } }
        for part in parts {
            switch part {
            case .text, .number: break
            case .argument(let name): note(name)
            case .plural(let name, let choice):
                note(name)
                for exact in choice.exact { exact.pattern.collect(&names) }
                for form in choice.forms { form.pattern.collect(&names) }
            }
        }
    }

    /// All choices in it, for looking whether a language has its forms.
    var choices: [Choice] {
        parts.flatMap { part -> [Choice] in
            guard case .plural(_, let choice) = part else { return [] }
            let within = choice.exact.map(\.pattern) + choice.forms.map(\.pattern)
            return [choice] + within.flatMap(\.choices)
        }
    }
}
