import Testing

/// What fits on a screen can be read.
@Suite struct SizeTests {
    @Test("the checkout is where it is looked for") func finds() {
        #expect(Checkout.swift.count > 50)
        #expect(Checkout.exists("Package.swift"))
    }

    @Test("no line is longer than 120 characters", arguments: Checkout.swift)
    func lines(_ file: Checkout.File) {
        let long = file.lines.enumerated().filter { $0.element.count > 120 && !isData($0.element) }
            .map { $0.offset + 1 }
        #expect(long.isEmpty, "\(file): break lines \(long)")
    }

    /// A golden value or an address cannot be broken.
    private func isData(_ line: Substring) -> Bool { line.contains("https://") }

    @Test("no file is longer than 400 lines", arguments: Checkout.swift)
    func files(_ file: Checkout.File) {
        #expect(file.lines.count <= 401, "\(file) has \(file.lines.count) lines: split it by nouns")
    }

    @Test("no function is longer than 60 lines", arguments: Checkout.swift)
    func functions(_ file: Checkout.File) {
        let long = Functions.lengths(file.lines.map(String.init)).filter { $0.count > 60 }
        #expect(long.isEmpty, "\(file): \(long.map { "line \($0.line) has \($0.count)" }.joined(separator: ", "))")
    }

    @Test("the function counter counts braces and not what stands in texts") func counts() {
        let source = [
            "func a() {", "    let x = \"{\"  // }", "}", "func b() { 1 }", "init() {", "    if x {", "    }", "}",
        ]
        #expect(Functions.lengths(source).map(\.count) == [3, 1, 4])
    }
}

/// Finds functions by their braces. Texts over several lines are skipped; so are comments.
enum Functions {
    static func lengths(_ lines: [String]) -> [(line: Int, count: Int)] {
        var found: [(line: Int, count: Int)] = []
        var start: (line: Int, depth: Int)?
        var (depth, isText, isHead) = (0, false, false)
        for (index, line) in lines.enumerated() {
            let quotes = line.components(of: "\"\"\"")
            if quotes == 1 { isText.toggle() }
            if isText || quotes > 0 { continue }
            let code = line.withoutTexts
            if start == nil, !isHead, code.isFunctionHead {
                start = (index, depth)
                isHead = true
            }
            depth += code.count { $0 == "{" } - code.count { $0 == "}" }
            if isHead, code.contains("{") { isHead = false }
            if let begun = start, !isHead, depth <= begun.depth {
                found.append((begun.line + 1, index - begun.line + 1))
                start = nil
            }
        }
        return found
    }
}

extension String {
    fileprivate func components(of separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count - 1
    }

    /// Without what stands between quotes, and without a comment at the end.
    var withoutTexts: String {
        var (result, isText, previous): (String, Bool, Character) = ("", false, " ")
        for character in self {
            if !isText, previous == "/", character == "/" { return String(result.dropLast()) }
            if character == "\"" && previous != "\\" { isText.toggle() }
            if !isText && character != "\"" { result.append(character) }
            previous = previous == "\\" && character == "\\" ? " " : character
        }
        return result
    }

    /// A requirement of a protocol has no body, and stands within its protocol's braces: it is none.
    fileprivate var isFunctionHead: Bool {
        let words = drop { $0 == " " }
        let isHead = words.contains("func ") || words.hasPrefix("init(") || words.contains(" init(")
        let goesOn = contains("{") || hasSuffix("(") || hasSuffix(",") || hasSuffix(")")
        return isHead && goesOn && !words.hasPrefix("self.") && !words.hasPrefix(".") && !words.contains("= ")
    }
}
