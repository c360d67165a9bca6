#include "figures/figure.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/assert.h"

namespace doorstep::figures {

using domain::figures::Source;
using domain::figures::Split;
using domain::figures::Way;

namespace {

constexpr std::size_t source_count = enum_names(Source{}).size();

std::string const& code_for(Tally const& tally, Split split) {
    static std::string const none;
    switch (split) {
        case Split::a:
            return tally.a;
        case Split::b:
            return tally.b;
        case Split::c:
            return tally.c;
        case Split::none:
            break;
    }
    return none;
}

/// Whether an answer belongs to the measure's questions and says something.
bool is_answer_of(Measure const& measure, Tally const& tally, std::vector<SaidQuestion> const& questions) {
    if (tally.b.empty() || tally.b == does_not_know) return false;
    return std::any_of(questions.begin(), questions.end(), [&](SaidQuestion const& said) {
        return said.measure == measure.question && said.question == tally.a;
    });
}

bool is_good(Measure const& measure, Tally const& tally, std::vector<SaidQuestion> const& questions) {
    return std::any_of(questions.begin(), questions.end(), [&](SaidQuestion const& said) {
        return said.measure == measure.question && said.question == tally.a && said.wording == tally.number &&
               std::find(said.good.begin(), said.good.end(), tally.b) != said.good.end();
    });
}

DaysFigure days_of(std::map<std::int64_t, std::int64_t> const& histogram, std::int64_t base) {
    DaysFigure days;
    for (auto const& [length, count] : histogram) {
        days.sum += length * count;
        days.longest = std::max(days.longest, length);
    }
    // The middle one, or half way between the two in the middle.
    auto const at = [&](std::int64_t position) {
        for (auto const& [length, count] : histogram) {
            if (position < count) return length;
            position -= count;
        }
        return days.longest;
    };
    days.median = static_cast<double>(at((base - 1) / 2) + at(base / 2)) / 2;
    return days;
}

}  // namespace

TallyBook::TallyBook(std::vector<Tally> tallies, int periods)
    : periods_(periods), cells_(source_count * static_cast<std::size_t>(periods)) {
    for (auto& tally : tallies) {
        DOORSTEP_ASSERT(tally.period >= 0 && tally.period < periods, "a tally of a period not asked for");
        cells_[static_cast<std::size_t>(tally.source) * static_cast<std::size_t>(periods) +
               static_cast<std::size_t>(tally.period)]
            .push_back(std::move(tally));
    }
}

std::vector<Tally> const& TallyBook::of(Source source, int period) const {
    return cells_.at(static_cast<std::size_t>(source) * static_cast<std::size_t>(periods_) +
                     static_cast<std::size_t>(period));
}

Figure evaluate(Measure const& measure, std::vector<Tally> const& tallies,
                std::vector<SaidQuestion> const& questions) {
    DOORSTEP_ASSERT(measure.way != Way::open && measure.way != Way::rate, "no tally holds this measure");
    Figure figure;
    std::map<std::string, std::int64_t> parts;
    std::map<std::int64_t, std::int64_t> histogram;
    bool const rests_on_answers = measure.source == Source::answers;
    for (auto const& tally : tallies) {
        if (tally.source != measure.source || !measure.base.takes(tally.a, tally.b, tally.number)) continue;
        if (rests_on_answers && !is_answer_of(measure, tally, questions)) continue;
        figure.base += tally.count;
        bool const counts = measure.way == Way::said ? is_good(measure, tally, questions)
                                                     : measure.counted.takes(tally.a, tally.b, tally.number);
        if (counts) figure.counted += tally.count;
        if (measure.split != Split::none) parts[code_for(tally, measure.split)] += tally.count;
        if (measure.way == Way::days) histogram[tally.number] += tally.count;
    }
    if (measure.way == Way::days && figure.base > 0) figure.days = days_of(histogram, figure.base);
    if (measure.way == Way::count) figure.base = 0;
    for (auto& [code, count] : parts) figure.parts.push_back({code, count});
    std::stable_sort(figure.parts.begin(), figure.parts.end(),
                     [](Part const& one, Part const& other) { return one.count > other.count; });
    return figure;
}

Figure evaluate_open(std::int64_t open) {
    Figure figure;
    figure.counted = open;
    return figure;
}

Figure evaluate_rate(std::int64_t opened_since_april, std::int64_t homes) {
    Figure figure;
    figure.counted = opened_since_april;
    figure.base = homes;
    figure.is_collected = homes > 0;
    return figure;
}

std::vector<ByWording> evaluate_by_wording(Measure const& measure, std::vector<Tally> const& tallies,
                                           std::vector<SaidQuestion> const& questions) {
    std::set<int> wordings;
    for (auto const& said : questions)
        if (said.measure == measure.question) wordings.insert(said.wording);
    std::vector<ByWording> found;
    for (int const wording : wordings) {
        auto only = measure;
        only.base.number = wording;
        found.push_back({wording, evaluate(only, tallies, questions)});
    }
    return found;
}

Figure not_collected_before(Figure figure, ReportingPeriod const& period,
                            std::optional<Date> collected_from) {
    // Records that all lack what the measure divides them by say nothing of it either.
    bool const no_codes =
        !figure.parts.empty() && std::all_of(figure.parts.begin(), figure.parts.end(),
                                             [](Part const& part) { return part.code.empty(); });
    bool const nothing = (figure.counted == 0 && figure.base == 0) || no_codes;
    if (collected_from && period.days.until <= *collected_from && nothing) figure.is_collected = false;
    return figure;
}

}  // namespace doorstep::figures
