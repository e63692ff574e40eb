import Circulation

extension PaperText {
    /// The slip of a document. Due dates come first, the next one in a frame: it is what people look for.
    ///
    /// - Parameter columns: places a line, at least 16; fewer are treated as 16.
    public init(_ document: Document, columns: Int, words: PaperWords) {
        self.init(columns: max(16, columns))
        switch document {
        case .receipt(let receipt): layOut(receipt, words)
        }
    }

    private mutating func layOut(_ receipt: Receipt, _ words: PaperWords) {
        let rtl = words.isRightToLeft
        for line in Wrapping.lines(receipt.library, width: columns, most: 2) {
            add(line, .middle, isBold: true, isRightToLeft: rtl)
        }
        let clock = String(receipt.at.text.dropFirst(11).prefix(5))
        for line in wrapped("\(words.date(receipt.at.date))  \(clock)") { add(line, .middle, isRightToLeft: rtl) }
        addRule()
        let title: Phrase = receipt.kind == .borrowed ? .paperBorrowed : .paperReturned
        addWords(words.text(Message(title, ["n": .number(receipt.lines.count)])), isBold: true, isRightToLeft: rtl)
        for (index, group) in Self.groups(receipt.lines).enumerated() {
            addHeading(of: group, isFirst: index == 0, words)
            for line in group.lines { addTitle(line.title, isRightToLeft: rtl) }
        }
        addRule()
        let thanks = Wrapping.lines(words.text(Message(.paperThanks)), width: columns, most: 1).first ?? ""
        let slip = Message(
            .paperSlip, ["station": .text(receipt.station), "number": .text("\(receipt.number)")])
        let last = Wrapping.lines(words.text(slip), width: columns, most: 1).first ?? ""
        add(thanks, atFarEdge: last, isRightToLeft: rtl)
    }

    /// Books with the same due date.
    private struct Group {
        var date: LocalDate?
        var dateText: String?
        var lines: [Receipt.Line]
    }

    /// The earliest date first; then dates that nobody could read, then books without one. Otherwise as they came.
    private static func groups(_ lines: [Receipt.Line]) -> [Group] {
        var groups: [Group] = []
        for line in lines {
            let text = line.due == nil ? line.dueText : nil
            if let index = groups.firstIndex(where: { $0.date == line.due && $0.dateText == text }) {
                groups[index].lines.append(line)
            } else {
                groups.append(Group(date: line.due, dateText: text, lines: [line]))
            }
        }
        let dates = groups.compactMap(\.date).sorted()
        return dates.flatMap { date in groups.filter { $0.date == date } }
            + groups.filter { $0.date == nil && $0.dateText != nil }
            + groups.filter { $0.date == nil && $0.dateText == nil }
    }

    private mutating func addHeading(of group: Group, isFirst: Bool, _ words: PaperWords) {
        let message: Message
        switch (group.date, group.dateText) {
        case (let date?, _): message = Message(.paperDue, ["date": .date(date)])
        case (nil, let text?): message = Message(.rowDueText, ["text": .text(text)])
        case (nil, nil):
            if !isFirst { addGap() }
            return
        }
        let text = words.text(message)
        if isFirst {
            addBoxed(Wrapping.lines(text, width: columns - 4, most: 3), isRightToLeft: words.isRightToLeft)
        } else {
            addGap()
            addWords(text, isBold: true, isRightToLeft: words.isRightToLeft)
        }
    }

    private mutating func addWords(_ text: String, isBold: Bool, isRightToLeft: Bool) {
        for line in wrapped(text) { add(line, isBold: isBold, isRightToLeft: isRightToLeft) }
    }

    /// Two lines at most, a little in from the edge.
    private mutating func addTitle(_ title: String, isRightToLeft: Bool) {
        for line in Wrapping.lines(title, width: columns - 1, most: 2) {
            if isRightToLeft {
                let free = columns - 1 - Width.of(line)
                lines.append(Line(String(repeating: " ", count: max(0, free)) + line))
            } else {
                lines.append(Line(" " + line))
            }
        }
    }

    private func wrapped(_ text: String) -> [String] { Wrapping.lines(text, width: columns, most: 3) }
}
