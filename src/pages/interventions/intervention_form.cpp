#include "pages/interventions/intervention_form.h"

namespace doorstep::pages::interventions {

using domain::contacts::Method;
using domain::interventions::Consent;
using domain::interventions::Kind;
using usecases::interventions::InterventionForm;

namespace {

struct KindWords {
    char const* recipient;
    char const* content;
    char const* hint;
};

KindWords words_for(Kind kind) {
    switch (kind) {
        case Kind::warning:
            return {"Who was warned?", "What did the warning say?",
                    "What they were told to stop or to do, in the words they were given"};
        case Kind::referral:
            return {"Who is referred?", "Why are they referred?", "Only what the service needs to know"};
        case Kind::plain:
            break;
    }
    return {"Who was it for?", "What was done?", ""};
}

std::vector<forms::Choice> ways_given() {
    std::vector<forms::Choice> choices;
    for (auto const method :
         {Method::visit, Method::letter, Method::office, Method::telephone, Method::email})
        choices.push_back({.value = std::string(name_of(method)), .text = std::string(words_of(method))});
    return choices;
}

}  // namespace

forms::Form<Intervention> intervention_form(InterventionForm const& view) {
    auto const words = words_for(view.entry.kind);
    auto form = forms::form<Intervention>(
        "intervention",
        forms::date_field(
            &Intervention::used_on,
            {.name = "used-on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date it was done"),
             forms::not_in_future("Date must be today or in the past")}),
        forms::select_field(&Intervention::recipient, {.name = "recipient", .label = words.recipient}));
    auto const add = [&](forms::Field<Intervention> field) { form.fields.push_back(std::move(field)); };
    auto const text_area = [&](std::string Intervention::*member, char const* name, char const* label,
                               char const* hint) {
        add(forms::textarea_field(
            member, {.name = name, .label = label, .hint = hint, .rows = 4, .character_limit = 3000}));
    };
    if (view.entry.kind == Kind::referral)
        add(forms::text_field(&Intervention::referred_to,
                              {.name = "referred-to", .label = "Who are they referred to?"}));
    text_area(&Intervention::content, "content", words.content, words.hint);
    if (view.entry.kind == Kind::warning) {
        text_area(&Intervention::consequence, "consequence", "What follows if it goes on?",
                  "What they were told could happen next");
        add(forms::radios_field(
            &Intervention::given_how,
            {.name = "given-how", .label = "How was it given?", .choices = ways_given()}));
    }
    if (view.entry.kind == Kind::referral) {
        add(forms::radios_field(
            &Intervention::consent,
            {.name = "consent", .label = "Did they agree to their details being shared?"}));
        text_area(
            &Intervention::basis, "basis", "Why is it shared although they did not agree?",
            "Only when they did not, or were not asked. For example, a risk of serious harm to a child");
        add(forms::date_field(&Intervention::respond_by, {.name = "respond-by",
                                                          .label = "When should the answer come by?",
                                                          .hint = "Leave empty for the usual time"}));
    }
    if (view.asks_for_fairness) {
        text_area(&Intervention::aim, "aim", "Why this step, and why now?",
                  "What it is meant to bring about");
        text_area(&Intervention::tried, "tried", "What was tried or ruled out first?",
                  "Less intrusive steps, and why they were not enough");
        text_area(&Intervention::vulnerabilities, "vulnerabilities",
                  "What is known of their needs, and how was it weighed?",
                  "Disability, health, age, children in the home. Write “Nothing known” after you asked");
    }
    return form;
}

forms::Choices recipient_choices(InterventionForm const& view) {
    forms::Choices choices;
    auto& people = choices["recipient"];
    if (view.entry.kind == Kind::plain) people.push_back({.value = "", .text = "Nobody in particular"});
    for (auto const& person : view.people)
        people.push_back({.value = std::string(person.id.text()), .text = person.words});
    return choices;
}

}  // namespace doorstep::pages::interventions
