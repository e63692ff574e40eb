/// Where the rules of a scheme put the line ends.
extension Page {
    mutating func mark(_ reading: Reading, _ rules: SpineRules) {
        markPrefixes(reading)
        markWords(reading.parts, rules)
        switch reading.scheme {
        case .libraryOfCongress, .medicine:
            markLettersAndNumber(reading.parts, rules)
            markCutters(reading.parts, rules)
        case .dewey:
            markDewey(reading.parts, rules)
            markCutters(reading.parts, rules)
        case .documents: markDocuments(reading.parts, rules)
        case .universal: markUniversal(reading.parts, rules)
        case .local: break
        }
    }

    /// A text that no scheme could read, broken at its blanks.
    mutating func markWords(_ rules: SpineRules) {
        var cursor = Cursor(characters)
        markWords(cursor.takeWords(), rules)
    }

    mutating func markPrefixes(_ reading: Reading) {
        for part in reading.parts where part.kind == .prefix {
            breakBefore(part.range.lowerBound)
            breakBefore(part.range.upperBound)
        }
    }

    private mutating func markWords(_ parts: [Reading.Part], _ rules: SpineRules) {
        var hasBroken = false
        for (index, part) in parts.enumerated() {
            let start = part.range.lowerBound
            if part.kind == .word && rules.splitsGluedCopy { markGluedCopy(part) }
            guard part.kind == .word || part.kind == .author || part.kind == .date, isAfterBlank(start) else {
                continue
            }
            let previous = index > 0 ? parts[index - 1] : nil
            let breaks =
                switch rules.spaces {
                case .all: true
                case .none: false
                case .first: !hasBroken
                case .keepDesignations: !Self.belongs(part, to: previous)
                }
            if breaks {
                breakBefore(start)
                hasBroken = true
            }
        }
    }

    /// `4` after `v.` stays with it; a year does not.
    private static func belongs(_ part: Reading.Part, to previous: Reading.Part?) -> Bool {
        guard let previous, previous.kind == .word || previous.kind == .author, part.kind == .word else { return false }
        guard part.text.first?.isFigure == true else { return false }
        let isYear = part.text.count == 4 && part.text.allSatisfy(\.isFigure)
        return !isYear && Designation.keepsNumber(previous.text)
    }

    /// Letters and digits, then the name of a copy or volume with its number, all in one word: `G7c.11`.
    private mutating func markGluedCopy(_ part: Reading.Part) {
        let word = Cursor(Array(part.text))
        let letters = word.run { $0.isBasicLetter }
        let digits = word.run(from: letters) { $0.isFigure }
        let name = word.run(from: letters + digits) { $0.isBasicLetter }
        let point = letters + digits + name
        guard digits > 0, name > 0, word.peek(point) == "." else { return }
        let count = word.run(from: point + 1) { $0.isFigure }
        let text = String((letters + digits..<point).compactMap { word.peek($0) })
        guard count > 0, point + 1 + count == part.text.count, Designation.isOne(text) else { return }
        breakBefore(part.range.lowerBound + letters + digits)
    }

    private mutating func markLettersAndNumber(_ parts: [Reading.Part], _ rules: SpineRules) {
        guard let letters = parts.first(where: { $0.kind == .letters }),
            let number = parts.first(where: { $0.kind == .number })
        else { return }
        // W1 to W9 of the NLM are one symbol and are written without a blank.
        let isSymbol =
            rules.scheme == .medicine && letters.text.uppercased() == "W" && number.text.count == 1
            && letters.range.upperBound == number.range.lowerBound
        if rules.breaksAfterLetters && !isSymbol { breakBefore(number.range.lowerBound) }
        guard let point = number.range.first(where: { characters[$0] == "." }) else { return }
        switch rules.classDecimal {
        case .keep: break
        case .breakBefore: breakBefore(point)
        case .breakAfter: breakBefore(point + 1)
        }
    }

    private mutating func markCutters(_ parts: [Reading.Part], _ rules: SpineRules) {
        var isFirst = true
        for (index, part) in parts.enumerated() {
            let start = part.range.lowerBound
            switch part.kind {
            case .cutter:
                if rules.hidesFirstCutterDot && isFirst && characters[start] == "." { hide(start) }
                if rules.breaksBeforeFirstCutter || !isFirst {
                    if rules.spaces != .none || !isAfterBlank(start) { breakBefore(start) }
                } else {
                    putBlank(before: start)
                }
                isFirst = false
            case .date: if !isAfterBlank(start) { breakBefore(start) }
            case .word:
                // What is glued to a cutter is part of it, unless it names a copy: `.N9/PT.A`, `G7c.11`.
                let isGlued = index > 0 && !isAfterBlank(start)
                let isCopy = part.text.first?.isBasicLetter == true
                if isGlued && isCopy && parts[index - 1].kind == .cutter && rules.splitsGluedCopy { breakBefore(start) }
            case .prefix, .letters, .number, .author, .series, .colon: break
            }
        }
    }

    private mutating func markDewey(_ parts: [Reading.Part], _ rules: SpineRules) {
        guard let number = parts.first(where: { $0.kind == .number }) else { return }
        var digits: [Int] = []
        for index in number.range {
            if characters[index] == "/" || characters[index] == "'" {
                if rules.hidesPrimeMarks { hide(index) }
            } else {
                digits.append(index)
            }
        }
        let shown = rules.hidesPrimeMarks ? digits : Array(number.range)
        guard let point = shown.firstIndex(where: { characters[$0] == "." || characters[$0] == "," }) else { return }
        let decimals = shown.count - point - 1
        var groups = rules.deweyGroups
        let start: Int
        switch rules.deweyBreak {
        case .never: return
        case .whenTooLong:
            guard let width = rules.width, shown.count > width else { return }
            breakBefore(shown[point])
            guard decimals + 1 > width else { return }
            if groups.isEmpty { groups = [3] }
            start = point + 1
        case .beforePoint:
            breakBefore(shown[point])
            start = point + 1
        case .afterPoint:
            breakBefore(shown[point + 1])
            start = point + 1
        case .insideDecimals: start = point + 1
        }
        guard var size = groups.first else { return }
        var next = start
        for index in 0... {
            if index < groups.count { size = groups[index] }
            next += max(1, size)
            guard next < shown.count else { return }
            breakBefore(shown[next])
        }
    }

    private mutating func markDocuments(_ parts: [Reading.Part], _ rules: SpineRules) {
        guard let letters = parts.first(where: { $0.kind == .letters }),
            let colon = parts.first(where: { $0.kind == .colon })
        else { return }
        let number = parts.first { $0.kind == .number }
        let series = parts.first { $0.kind == .series }
        switch rules.stem {
        case .whole: break
        case .breakBeforePoint: if let series { breakBefore(series.range.lowerBound) }
        case .lettersThenNumber:
            let isCommission = letters.text.uppercased() == "Y" && (number?.text == "3" || number?.text == "4")
            if let second = isCommission ? series : number ?? series { breakBefore(second.range.lowerBound) }
        }
        switch rules.colon {
        case .keep: break
        case .breakBefore: breakBefore(colon.range.lowerBound)
        case .breakAfter: breakBefore(colon.range.upperBound)
        case .breakInstead:
            hide(colon.range.lowerBound)
            breakBefore(colon.range.upperBound)
        }
        guard rules.spacesLettersFromDigits else { return }
        for index in characters.indices.dropFirst()
        where characters[index].isFigure && characters[index - 1].isBasicLetter { putBlank(before: index) }
    }

    /// Breaks before signs, but not inside brackets or quotation marks, and not between two colons.
    private mutating func markUniversal(_ parts: [Reading.Part], _ rules: SpineRules) {
        guard let number = parts.first(where: { $0.kind == .number }) else { return }
        var depth = 0
        var isQuoted = false
        for index in number.range {
            let sign = characters[index]
            let isStart = index == number.range.lowerBound
            let isDouble = !isStart && characters[index - 1] == sign && sign == ":"
            if depth == 0 && !isQuoted && !isStart && !isDouble && rules.signBreaks.contains(String(sign)) {
                breakBefore(index)
            }
            switch sign {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            case "\"": isQuoted.toggle()
            default: break
            }
        }
    }
}
