#include "pages/reports/taken_groups.h"

#include <algorithm>

namespace doorstep::pages::reports {
namespace {

std::vector<Group> const& group_table() {
    static std::vector<Group> const table{
        {"came", "How and when did it reach us?", "", {}},
        {"safety",
         "Are they safe?",
         "Thank you for telling us. Before anything else I need to know that you are safe.",
         {"danger"}},
        {"what",
         "What happened?",
         "Tell me in your own words. I will write it down and read it back to you.",
         {"kind", "what"}},
        {"when", "When did it happen?", "", {"when"}},
        {"where", "Where, and to whom?", "", {"place", "who-for"}},
        {"address", "Which address was it?", "", {"address"}},
        {"people",
         "Who was involved?",
         "You do not have to know who it was. We do not tell them who told us, unless you agree or a court "
         "orders it.",
         {"people"}},
        {"effect",
         "How does it affect them?",
         "I ask these so that we know how fast to act and what support to offer. Tell me if you do not want "
         "to answer.",
         {"effect", "motive", "before"}},
        {"told", "Who did they tell?", "", {"told"}},
        {"evidence",
         "Photos, recordings and documents",
         "If you have photos, recordings or letters you can give or send them to us. You do not need any. "
         "Please do not put yourself at risk to get them.",
         {"evidence"}},
        {"wish",
         "What would help?",
         "I cannot promise what will happen, but we will say what we can and cannot do.",
         {"wish"}},
        {"contact",
         "Their name, and how to reach them safely",
         "You can stay anonymous. We only use ways to reach you that you say are safe.",
         {"name", "contact"}},
        {"reach", "Reaching them", "", {"telephone", "voicemail", "email", "letter", "contact-help"}},
    };
    return table;
}

std::ptrdiff_t position_of(Group const& group) { return &group - group_table().data(); }

bool has_something_to_ask(Group const& group, Pairs const& answers, Facts const& facts) {
    return group.steps.empty() || !steps_of(group, answers, facts).empty();
}

}  // namespace

std::span<Group const> groups() { return group_table(); }

Group const* find_group(std::string_view name) {
    for (auto const& group : group_table())
        if (group.name == name) return &group;
    return nullptr;
}

Group const* group_of(Step const& step) {
    for (auto const& group : group_table())
        if (std::find(group.steps.begin(), group.steps.end(), step.name) != group.steps.end()) return &group;
    return nullptr;
}

std::vector<Step const*> steps_of(Group const& group, Pairs const& answers, Facts const& facts) {
    std::vector<Step const*> asked;
    for (auto const name : group.steps)
        if (auto const* step = find_step(name); step && applies(*step, answers, facts)) asked.push_back(step);
    return asked;
}

Group const* next_group(Group const& from, Pairs const& answers, Facts const& facts) {
    auto const& table = group_table();
    for (auto n = position_of(from) + 1; n < std::ssize(table); ++n)
        if (auto const& group = table[static_cast<std::size_t>(n)];
            has_something_to_ask(group, answers, facts))
            return &group;
    return nullptr;
}

Group const* previous_group(Group const& from, Pairs const& answers, Facts const& facts) {
    auto const& table = group_table();
    for (auto n = position_of(from) - 1; n >= 0; --n)
        if (auto const& group = table[static_cast<std::size_t>(n)];
            has_something_to_ask(group, answers, facts))
            return &group;
    return nullptr;
}

}  // namespace doorstep::pages::reports
