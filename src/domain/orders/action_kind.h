#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.h"

/// What a legal action of a kind consists of: data (standards/actions), so that a new power is a file.
namespace doorstep::domain::orders {

/// What of the file meets a step by itself; `hand` is ticked by whoever did it.
enum class MetBy { hand, decision, notice, service, hearing, result, order, order_service, expiry_plan, end };
constexpr auto enum_names(MetBy) {
    return std::array{EnumName{MetBy::hand, "hand", "By hand"},
                      EnumName{MetBy::decision, "decision", "When it is decided"},
                      EnumName{MetBy::notice, "notice", "When a notice is recorded"},
                      EnumName{MetBy::service, "service", "When service is recorded"},
                      EnumName{MetBy::hearing, "hearing", "When a hearing is listed"},
                      EnumName{MetBy::result, "result", "When the hearing has a result"},
                      EnumName{MetBy::order, "order", "When an order is recorded"},
                      EnumName{MetBy::order_service, "order-service", "When the order is served"},
                      EnumName{MetBy::expiry_plan, "expiry-plan", "When the plan for its end is made"},
                      EnumName{MetBy::end, "end", "When the action ends"}};
}

struct StepKind {
    std::string code;
    std::string label;
    std::string hint;
    /// Steps of the same action that come first.
    std::vector<std::string> after;
    /// A gate must be passed, or left out by a manager with a reason, before what comes after it.
    bool gate = false;
    MetBy met_by = MetBy::hand;
    std::string who;           ///< "Officer", "Manager", "Police"
    std::string asks_who;      ///< label: who was there, who was told; empty: not asked
    std::string asks_what;     ///< label: what was decided or put in place
    bool asks_answer = false;  ///< the day somebody acknowledged it
};

/// What a court or an authority can be recorded to have made.
enum class OrderForm { notice, interim, final };
constexpr auto enum_names(OrderForm) {
    return std::array{EnumName{OrderForm::notice, "notice", "Notice"},
                      EnumName{OrderForm::interim, "interim", "Interim order"},
                      EnumName{OrderForm::final, "final", "Order"}};
}

struct ActionKind {
    std::string code;
    std::string label;
    std::string about;  ///< one plain sentence
    /// As the law calls the power, for who may use it; empty where anybody may.
    std::string power;
    /// The Act and section, for those who ask by what right.
    std::string source;
    /// Made by others without an application of ours: recorded and kept in view.
    bool owned_by_others = false;
    std::vector<OrderForm> forms;
    /// "notice": "Closure notice"; what the paper is called, by form.
    std::string notice_word;
    std::string order_word;
    /// Which step of the landlord's catalogue (list "interventions") a notice or order of this kind is
    /// counted as; empty where figures do not count it.
    std::string notice_counts_as;
    std::string order_counts_as;
    /// As the law calls the question of how long: "closure.order", "injunction"; empty where the law has no
    /// longest term.
    std::string term;
    std::string extension_term;    ///< the same of an extension
    bool full_or_partial = false;  ///< with a list of who may enter
    bool has_clauses = false;
    bool has_exclusion_zone = false;
    int position = 0;
    std::vector<StepKind> steps;

    bool makes(OrderForm form) const { return std::find(forms.begin(), forms.end(), form) != forms.end(); }
    StepKind const* step(std::string_view wanted) const {
        for (auto const& one : steps)
            if (one.code == wanted) return &one;
        return nullptr;
    }
    std::string const& word_for(OrderForm form) const {
        return form == OrderForm::notice ? notice_word : order_word;
    }
};

}  // namespace doorstep::domain::orders
