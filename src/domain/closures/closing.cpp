#include "domain/closures/closing.h"

#include <algorithm>

#include "base/text.h"
#include "domain/events/detail.h"
#include "domain/events/detail_reader.h"

namespace doorstep::domain::closures {
namespace {

constexpr std::size_t longest_summary = 5000;
constexpr std::size_t longest_explanation = 3000;
constexpr std::size_t longest_reason = 1000;
constexpr std::string_view no_open = "no-open:";
constexpr std::string_view why = "why-";

std::optional<Need> plain_need(std::string_view words) {
    if (words == "plan-agreed") return Need::plan_agreed;
    if (words == "danger-assessed") return Need::danger_assessed;
    if (words == "risk-assessed") return Need::risk_assessed;
    if (words == "spoken-to") return Need::spoken_to;
    if (words == "counter-allegations-closed") return Need::counter_allegations_closed;
    if (words == "officer-says") return Need::officer_says;
    return std::nullopt;
}

void need_words(std::vector<Problem>& problems, std::string const& field, std::string const& typed,
                char const* missing, std::size_t longest, char const* name) {
    if (text::trim(typed).empty())
        problems.push_back({field, missing});
    else if (text::length(typed) > longest)
        problems.push_back({field, std::string(name) + " must be " +
                                       text::thousands(static_cast<long long>(longest)) +
                                       " characters or fewer"});
}

}  // namespace

std::optional<Check> check_of(std::string_view code, std::string_view label, std::string_view needs,
                              std::string_view weight) {
    if (weight != "block" && weight != "reason") return std::nullopt;
    Check check{.code = std::string(code),
                .label = std::string(label),
                .need = Need::no_open_work,
                .work = {},
                .blocks = weight == "block"};
    if (needs.starts_with(no_open)) {
        check.work = enum_from_name<work::Kind>(needs.substr(no_open.size()));
        if (!check.work) return std::nullopt;
        return check;
    }
    auto const need = plain_need(needs);
    if (!need) return std::nullopt;
    check.need = *need;
    return check;
}

bool concerns(Check const& check, Facts const& facts) {
    if (check.need == Need::danger_assessed) return facts.danger;
    if (check.work == work::Kind::plan_step)
        return facts.plan_agreed || std::ranges::count(facts.open_work, work::Kind::plan_step) > 0;
    return true;
}

bool is_met(Check const& check, Facts const& facts, Closing const& closing) {
    switch (check.need) {
        case Need::no_open_work:
            return std::find(facts.open_work.begin(), facts.open_work.end(), *check.work) ==
                   facts.open_work.end();
        case Need::plan_agreed:
            return facts.plan_agreed;
        case Need::danger_assessed:
            return !facts.danger || facts.ever_assessed;
        case Need::risk_assessed:
            return facts.risk_assessed;
        case Need::spoken_to:
            return facts.all_spoken_to;
        case Need::counter_allegations_closed:
            return facts.open_counter_allegations == 0;
        case Need::officer_says:
            return closing.confirmed.contains(check.code);
    }
    return false;
}

std::vector<Check> left_to_do(std::vector<Check> const& checks, Facts const& facts) {
    std::vector<Check> left;
    for (auto const& check : checks)
        if (check.blocks && check.need != Need::officer_says && !is_met(check, facts, {}))
            left.push_back(check);
    return left;
}

Expected<Done> check_closing(Closing const& closing, std::vector<Check> const& checks, Facts const& facts,
                             std::vector<std::string> const& reasons) {
    // (1)
    if (auto const left = left_to_do(checks, facts); !left.empty()) {
        Refusal refusal(RefusalKind::unlawful, "cannot-close-yet",
                        "This case cannot be closed yet: " +
                            text::count_of(static_cast<int>(left.size()), "thing is", "things are") +
                            " left");
        for (auto const& check : left) std::move(refusal).with_problem("", "Not yet: " + check.label);
        return refuse(std::move(refusal));
    }
    std::vector<Problem> problems;
    // (2)
    if (std::find(reasons.begin(), reasons.end(), closing.reason) == reasons.end())
        problems.push_back(
            {std::string(name_of(closing.outcome)) + "-reason", "Select why the case is closed"});
    // (3)
    need_words(problems, "summary", closing.summary, "Enter what was done and how it stands", longest_summary,
               "What was done");
    need_words(problems, "explanation", closing.explanation, "Enter what the people who reported are told",
               longest_explanation, "What they are told");
    for (auto const& check : checks) {
        if (is_met(check, facts, closing)) continue;
        // (4)
        if (check.blocks) {
            problems.push_back({"confirmed", "Confirm: " + check.label});
            continue;
        }
        // (5)
        auto const reason = closing.reasons.find(check.code);
        need_words(problems, std::string(why) + check.code,
                   reason == closing.reasons.end() ? "" : reason->second,
                   "Enter why the case is closed all the same", longest_reason, "Reason");
    }
    if (problems.empty()) return Done{};
    Refusal refusal(RefusalKind::invalid, "closing-incomplete", problems.front().message);
    for (auto& problem : problems)
        std::move(refusal).with_problem(std::move(problem.field), std::move(problem.message));
    return refuse(std::move(refusal));
}

std::string to_json(Closing const& closing) {
    std::string confirmed;
    for (auto const& code : closing.confirmed) confirmed += (confirmed.empty() ? "" : " ") + code;
    events::Detail detail;
    detail.set("outcome", closing.outcome)
        .set("reason", closing.reason)
        .set("summary", closing.summary)
        .set("explanation", closing.explanation)
        .set("confirmed", confirmed);
    for (auto const& [code, reason] : closing.reasons) detail.set(std::string(why) + code, reason);
    return detail.json();
}

std::optional<Closing> closing_of(std::string_view json) {
    Closing closing;
    bool has_outcome = false;
    events::DetailReader reader(json);
    while (auto const field = reader.next()) {
        auto const value = field->value.text();
        if (field->name == "outcome") {
            auto const outcome = enum_from_name<Outcome>(value);
            if (!outcome) return std::nullopt;
            closing.outcome = *outcome;
            has_outcome = true;
        } else if (field->name == "reason") {
            closing.reason = value;
        } else if (field->name == "summary") {
            closing.summary = value;
        } else if (field->name == "explanation") {
            closing.explanation = value;
        } else if (field->name == "confirmed") {
            for (auto const code : text::split(value, ' '))
                if (!code.empty()) closing.confirmed.emplace(code);
        } else if (field->name.starts_with(why)) {
            closing.reasons.emplace(field->name.substr(why.size()), value);
        }
    }
    if (!has_outcome) return std::nullopt;
    return closing;
}

}  // namespace doorstep::domain::closures
