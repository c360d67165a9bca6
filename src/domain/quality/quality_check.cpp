#include "domain/quality/quality_check.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace doorstep::domain::quality {

std::vector<Drawn> draw(std::vector<Drawable> cases, Checklist const& checklist, std::string const& month) {
    auto const lot = [&](Drawable const& one) {
        return text::sha256_hex(month + " " + std::string(one.id.text()));
    };
    std::sort(cases.begin(), cases.end(), [&](Drawable const& one, Drawable const& other) {
        return one.weight != other.weight ? one.weight > other.weight : lot(one) < lot(other);
    });
    std::vector<Drawn> drawn;
    auto const take = [&](int count, Why why) {
        for (; count > 0 && !cases.empty(); --count) {
            drawn.push_back({cases.front(), why});
            cases.erase(cases.begin());
        }
    };
    // Cases without any risk to speak of are left to the lot.
    auto const weighty =
        std::count_if(cases.begin(), cases.end(), [](auto const& one) { return one.weight > 0; });
    take(std::min(checklist.risk_cases, static_cast<int>(weighty)), Why::risk);
    std::sort(cases.begin(), cases.end(),
              [&](Drawable const& one, Drawable const& other) { return lot(one) < lot(other); });
    take(checklist.random_cases, Why::random);
    return drawn;
}

Expected<Done> finish(Check& check, Checklist const& checklist) {
    check.met = check.asked = 0;
    bool any_not_met = false;
    for (auto const& question : checklist.questions) {
        auto const answer = check.answers.find(question.code);
        if (answer == check.answers.end())
            return refuse_field("not-answered", question.code, "Select an answer: " + question.text);
        if (answer->second == Verdict::does_not_apply) continue;
        ++check.asked;
        if (answer->second == Verdict::met)
            ++check.met;
        else
            any_not_met = true;
    }
    if (check.asked == 0)
        return refuse_field("nothing-applies", checklist.questions.front().code,
                            "At least one question must apply to the case");
    if (any_not_met && text::trim(check.feedback).empty())
        return refuse_field("no-feedback", "feedback",
                            "Say what was not as it should be, and what would be better");
    return Done{};
}

}  // namespace doorstep::domain::quality
