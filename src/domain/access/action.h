#pragma once

#include <array>

#include "base/enum_names.h"

namespace doorstep::domain::access {

/// Everything that needs permission. Each has one row in the table of permissions.cpp.
enum class Action {
    // Arrivals
    take_report,            ///< write down a report for a caller (C07)
    log_note,               ///< a thirty-second note from a visit (H02)
    import_records,         ///< reports, addresses, areas from files
    see_triage,             ///< what has arrived and waits (C03 to C05)
    decide_triage,          ///< "is it ASB?" and what becomes of it (C06)
    see_restricted_triage,  ///< the queue of high-profile reports (M-63)
    // Cases
    find_cases,             ///< lists and search (C08)
    see_case,               ///< overview, plan, contacts, timeline (C09)
    see_protected_details,  ///< names, addresses, safe contact, evidence
    work_case,              ///< contacts, people, incidents, evidence, tasks, letters, actions
    assess_risk,
    agree_plan,
    hand_over_case,
    restrict_case,  ///< restrict, and say who may still see it
    close_case,
    reopen_case,
    approve,           ///< closures, lowered risk: never one's own request (T05)
    see_file_history,  ///< every change and every view (C27)
    // Places and people
    see_places,
    see_people,
    // My work and the team
    see_my_work,
    see_team,        ///< T01
    reassign_cases,  ///< T03
    record_absence,
    // Survey
    see_surveys,       ///< B01
    make_survey_call,  ///< never for a case one handled (M-95)
    sort_comments,     ///< compliments and observations (B04)
    print_post,        ///< letters to print today (B05)
    // Figures
    see_figures,      ///< T07, with cases behind a figure for those who may see them
    see_performance,  ///< figures without a way to cases (M-11)
    // Settings
    see_settings,
    manage_accounts,
    manage_lists,
    propose_standard,
    approve_standard,
    manage_question_sets,
    manage_wording,
    manage_places,
    manage_site,
    see_audit,
    // Orders, papers, meetings
    see_order,   ///< orders in brief, who may enter now (C19)
    work_order,  ///< legal action and orders of a case (C18)
    pass_gate,   ///< leave out a check before court, with a reason
    see_papers,  ///< T09, issued ones
    write_papers,
    approve_papers,
    see_panel,      ///< V03, minutes, questions and answers (M-11)
    work_meetings,  ///< C34
    ask_panel_question,
    check_quality,  ///< T06
    see_law,        ///< A14
};

constexpr auto enum_names(Action) {
    return std::array{
        EnumName{Action::take_report, "take-report", "Take a report"},
        EnumName{Action::log_note, "log-note", "Log a note"},
        EnumName{Action::import_records, "import-records", "Import records"},
        EnumName{Action::see_triage, "see-triage", "See triage"},
        EnumName{Action::decide_triage, "decide-triage", "Decide in triage"},
        EnumName{Action::see_restricted_triage, "see-restricted-triage", "See restricted reports"},
        EnumName{Action::find_cases, "find-cases", "Find cases"},
        EnumName{Action::see_case, "see-case", "See a case"},
        EnumName{Action::see_protected_details, "see-protected-details", "See protected details"},
        EnumName{Action::work_case, "work-case", "Work on a case"},
        EnumName{Action::assess_risk, "assess-risk", "Assess risk"},
        EnumName{Action::agree_plan, "agree-plan", "Agree an action plan"},
        EnumName{Action::hand_over_case, "hand-over-case", "Hand over a case"},
        EnumName{Action::restrict_case, "restrict-case", "Restrict a case"},
        EnumName{Action::close_case, "close-case", "Close a case"},
        EnumName{Action::reopen_case, "reopen-case", "Reopen a case"},
        EnumName{Action::approve, "approve", "Approve"},
        EnumName{Action::see_file_history, "see-file-history", "See the history of a file"},
        EnumName{Action::see_places, "see-places", "See places"},
        EnumName{Action::see_people, "see-people", "See people"},
        EnumName{Action::see_my_work, "see-my-work", "See my work"},
        EnumName{Action::see_team, "see-team", "See the team"},
        EnumName{Action::reassign_cases, "reassign-cases", "Reassign cases"},
        EnumName{Action::record_absence, "record-absence", "Record an absence"},
        EnumName{Action::see_surveys, "see-surveys", "See survey calls"},
        EnumName{Action::make_survey_call, "make-survey-call", "Make a survey call"},
        EnumName{Action::sort_comments, "sort-comments", "Sort comments"},
        EnumName{Action::print_post, "print-post", "Print the post"},
        EnumName{Action::see_figures, "see-figures", "See figures"},
        EnumName{Action::see_performance, "see-performance", "See performance"},
        EnumName{Action::see_settings, "see-settings", "See settings"},
        EnumName{Action::manage_accounts, "manage-accounts", "Manage accounts"},
        EnumName{Action::manage_lists, "manage-lists", "Manage lists"},
        EnumName{Action::propose_standard, "propose-standard", "Propose a standard"},
        EnumName{Action::approve_standard, "approve-standard", "Approve a standard"},
        EnumName{Action::manage_question_sets, "manage-question-sets", "Manage question sets"},
        EnumName{Action::manage_wording, "manage-wording", "Manage wording"},
        EnumName{Action::manage_places, "manage-places", "Manage places"},
        EnumName{Action::manage_site, "manage-site", "Manage the site"},
        EnumName{Action::see_audit, "see-audit", "See the audit"},
        EnumName{Action::see_order, "see-order", "See orders in brief"},
        EnumName{Action::work_order, "work-order", "Work on legal action"},
        EnumName{Action::pass_gate, "pass-gate", "Pass a gate before court"},
        EnumName{Action::see_papers, "see-papers", "See board papers"},
        EnumName{Action::write_papers, "write-papers", "Write board papers"},
        EnumName{Action::approve_papers, "approve-papers", "Approve board papers"},
        EnumName{Action::see_panel, "see-panel", "See the tenants' panel"},
        EnumName{Action::work_meetings, "work-meetings", "Work on meetings"},
        EnumName{Action::ask_panel_question, "ask-panel-question", "Ask a question of the panel"},
        EnumName{Action::check_quality, "check-quality", "Check the quality of cases"},
        EnumName{Action::see_law, "see-law", "See the law in use"},
    };
}

}  // namespace doorstep::domain::access
