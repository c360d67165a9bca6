#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "legal/law_counting.h"
#include "legal/law_data.h"

namespace doorstep::legal {
namespace {

constexpr int oldest_age = 130;

tl::unexpected<Refusal> impossible(std::string message) {
    return refuse(RefusalKind::invalid, "law-impossible", std::move(message));
}

/// One question, with the provisions in force on its dates.
class TermReading {
  public:
    TermReading(Law const& law, TermQuestion const& question) : law_(law), question_(question) {}

    std::optional<Refusal> problem() const {
        auto const& q = question_;
        for (auto const& day : {std::optional(q.made), q.until, q.previous_until, q.extended_on})
            if (day)
                if (auto problem = too_far_away(*day)) return problem;
        if (q.age && (*q.age < 0 || *q.age > oldest_age))
            return wrong(fmt::format("No person is {} years old", *q.age));
        if (q.until && *q.until < q.made)
            return wrong(fmt::format("The order cannot end on {}, before it was made on {}",
                                     date_words(*q.until), date_words(q.made)));
        if (q.previous_until && *q.previous_until < q.made)
            return wrong(fmt::format("The order as it stands cannot end on {}, before it was made on {}",
                                     date_words(*q.previous_until), date_words(q.made)));
        if (q.until && q.previous_until && *q.until <= *q.previous_until)
            return wrong(fmt::format("An extension has to end after {}, when the order as it stands ends",
                                     date_words(*q.previous_until)));
        if (q.extended_on && !q.previous_until) return wrong("Say when the order as it stands ends");
        if (q.extended_on && *q.extended_on < q.made)
            return wrong("An order cannot be extended before it was made");
        return std::nullopt;
    }

    /// The row for the respondent's age; nothing when they are too young for every row.
    TermRow const* row() const {
        auto const& rows = LawParts::of(law_).terms;
        for (auto const& row : rows)
            if (row.kind == question_.kind && fits_age(row)) return &row;
        return nullptr;
    }

    TermAnswer too_young() {
        Provision const* youngest = nullptr;
        for (auto const& row : LawParts::of(law_).terms) {
            if (row.kind != question_.kind || row.age_from.empty()) continue;
            auto const* age = find(row.age_from, question_.made);
            if (youngest == nullptr || *age->number < *youngest->number) youngest = age;
        }
        DOORSTEP_ASSERT(youngest != nullptr, "a term without a row for the age");
        answer_.rules.push_back(used(*youngest));
        answer_.reason = fmt::format("The respondent has to be at least {} old", words_for(*youngest));
        return answer_;
    }

    TermAnswer answer(TermRow const& row) {
        for (auto const& age : {row.age_from, row.age_below})
            if (!age.empty()) note(*find(age, question_.made));
        if (question_.previous_until && !row.extension.empty()) {
            limit(row.extension, question_.previous_until->plus_days(1), *question_.previous_until);
            if (!row.total.empty()) limit(row.total, question_.made, question_.made);
        } else if (!row.longest.empty()) {
            limit(row.longest, question_.made, question_.made);
        }
        if (!row.shortest.empty()) {
            auto const& shortest = *find(row.shortest, question_.made);
            note(shortest);
            answer_.earliest = last_day_of(*shortest.number, shortest.unit, *shortest.counting,
                                           PeriodUse::waiting, question_.made, question_.nation);
            shortest_ = &shortest;
        }
        decide(row);
        return answer_;
    }

  private:
    static std::optional<Refusal> wrong(std::string message) {
        return Refusal(RefusalKind::invalid, "law-impossible", std::move(message));
    }

    Provision const* find(std::string_view id, Date day) const {
        auto const* row = law_.on(id, day, question_.nation);
        DOORSTEP_ASSERT(row != nullptr && row->number, fmt::format("no {} on {}", id, day.iso()));
        return row;
    }

    bool fits_age(TermRow const& row) const {
        if (!question_.age) return row.age_below.empty();
        auto const age = *question_.age;
        if (!row.age_from.empty() && age < *find(row.age_from, question_.made)->number) return false;
        return row.age_below.empty() || age < *find(row.age_below, question_.made)->number;
    }

    void note(Provision const& row) { answer_.rules.push_back(used(row)); }

    void limit(std::string const& id, Date first_day, Date chosen_by) {
        auto const& row = *find(id, chosen_by);
        note(row);
        auto const last = last_day_of(row, first_day, question_.nation);
        if (answer_.latest && *answer_.latest <= last) return;
        answer_.latest = last;
        limit_ = &row;
    }

    void decide(TermRow const& row) {
        auto const& q = question_;
        auto const whose = row.respondent.empty() ? std::string() : " of " + row.respondent;
        if (q.extended_on && *q.extended_on > *q.previous_until) {
            answer_.reason = fmt::format("The order ended on {}: it can only be extended before it ends",
                                         date_words(*q.previous_until));
            return;
        }
        if (!q.until) {
            answer_.lawful = row.may_be_open;
            answer_.reason =
                row.may_be_open
                    ? fmt::format("{}{}: may be until further order", row.title, whose)
                    : fmt::format("{}{}: has to be for a fixed period{}", row.title, whose, limit_words());
            return;
        }
        if (answer_.latest && *q.until > *answer_.latest) {
            answer_.reason = fmt::format("{}{}: too long{}", row.title, whose, limit_words());
            return;
        }
        if (answer_.earliest && *q.until < *answer_.earliest) {
            answer_.reason =
                fmt::format("{}{}: too short, at least {} (until {}) by {}", row.title, whose,
                            words_for(*shortest_), date_words(*answer_.earliest), shortest_->source);
            return;
        }
        answer_.lawful = true;
        answer_.reason = answer_.latest
                             ? fmt::format("{}{}: within the limit{}", row.title, whose, limit_words())
                             : fmt::format("{}{}: no longest term", row.title, whose);
    }

    std::string limit_words() const {
        if (limit_ == nullptr) return {};
        return fmt::format(", no more than {} (until {}) by {}", words_for(*limit_),
                           date_words(*answer_.latest), limit_->source);
    }

    Law const& law_;
    TermQuestion const& question_;
    TermAnswer answer_;
    Provision const* limit_ = nullptr;
    Provision const* shortest_ = nullptr;
};

/// The provisions of a kind have to be in force where and when the order was made.
std::optional<Refusal> not_in_force(Law const& law, TermQuestion const& question) {
    for (auto const& row : LawParts::of(law).terms) {
        if (row.kind != question.kind) continue;
        for (auto const* id :
             {&row.age_from, &row.age_below, &row.longest, &row.shortest, &row.extension, &row.total})
            if (!id->empty() && law.on(*id, question.made, question.nation) == nullptr)
                return Refusal(RefusalKind::invalid, "law-not-in-force",
                               fmt::format("{} was not in force in {} on {}", row.title,
                                           words_of(question.nation), date_words(question.made)));
    }
    return std::nullopt;
}

}  // namespace

Expected<TermAnswer> Law::term(TermQuestion const& asked) const {
    auto question = asked;
    auto const& terms = data_->terms;
    auto const is_known = [&] {
        return std::any_of(terms.begin(), terms.end(),
                           [&](auto const& row) { return row.kind == question.kind; });
    };
    if (!is_known())
        for (auto const& power : data_->powers)
            if (std::find(power.aliases.begin(), power.aliases.end(), asked.kind) != power.aliases.end())
                question.kind = power.id;
    if (!is_known()) return unknown_law_id("term", asked.kind);
    TermReading reading(*this, question);
    if (auto problem = reading.problem()) return refuse(*std::move(problem));
    if (auto problem = not_in_force(*this, question)) return refuse(*std::move(problem));
    auto const* row = reading.row();
    if (row == nullptr) return reading.too_young();
    if (row->longest.empty() && !row->extension.empty() && !question.previous_until)
        return impossible("Say when the order as it stands ends");
    return reading.answer(*row);
}

}  // namespace doorstep::legal
