#pragma once

#include <string_view>

/// Provisions that this folder asks the law for, by their ids in law/.
namespace doorstep::usecases::orders::provisions {

inline constexpr std::string_view closure_notice_standard = "closure.notice.max_h.standard";
inline constexpr std::string_view closure_notice_senior = "closure.notice.max_h.senior";
inline constexpr std::string_view closure_hearing = "closure.hearing_deadline_h";
inline constexpr std::string_view closure_temporary = "closure.temp_continuation_h";
inline constexpr std::string_view closure_adjournment = "closure.adjournment_days";
inline constexpr std::string_view closure_appeal = "closure.appeal_days";
inline constexpr std::string_view closure_costs = "closure.costs_months";
inline constexpr std::string_view closure_compensation = "closure.compensation_months";
inline constexpr std::string_view condition_two_notice = "poss.abs.notice.c2_months";
inline constexpr std::string_view condition_four_notice = "poss.abs.notice.c4_months";
inline constexpr std::string_view conviction_notice = "poss.abs.notice.c1_c3_c5_months";
inline constexpr std::string_view condition_four_hours = "poss.abs.c4.prohibited_more_than_h";
inline constexpr std::string_view review_request = "poss.abs.review_request_days";
inline constexpr std::string_view secure_notice_life = "poss.abs.secure.notice_life_months";
inline constexpr std::string_view secure_fixed_term_notice = "poss.secure.fixed_term_notice_months";
inline constexpr std::string_view notice_to_quit = "poss.notice_to_quit_weeks";
inline constexpr std::string_view ground_7a_fixed_term = "poss.g7a.fixed_term_notice_months";
inline constexpr std::string_view ground_7a_after = "poss.g7a.notice_days.rra";
inline constexpr std::string_view ground_7a_order_not_within = "poss.g7a_g14.order_not_within_days.rra";
inline constexpr std::string_view assured_notice_life = "poss.assured.notice_life_months";
inline constexpr std::string_view introductory_review = "tenancy.introductory.review_days";
inline constexpr std::string_view demoted_review = "tenancy.demoted.review_days";
inline constexpr std::string_view community_notice_appeal = "cpn.appeal_days";
inline constexpr std::string_view home_exclusion_age = "inj.home_exclusion.min_age";
inline constexpr std::string_view closure_total_term = "closure.total";

}  // namespace doorstep::usecases::orders::provisions
