//! Exact fractions for the plain model: no rounding anywhere but where a number is written down.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// A number without any rounding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fraction(BigRational);

impl Fraction {
    pub fn whole(number: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }

    /// So many tenths.
    pub fn tenths(number: i64) -> Self {
        Self::whole(number) / Self::whole(10)
    }

    /// With so many decimals, half away from zero.
    pub fn rounded(&self, decimals: u32) -> Self {
        let scale = BigRational::from_integer(BigInt::from(10).pow(decimals));
        Self((self.0.clone() * scale.clone()).round() / scale)
    }

    /// As people read it: so many decimals, half away from zero, thousands grouped, a real minus sign.
    pub fn written(&self, decimals: u32) -> String {
        let scaled = self.0.abs() * BigRational::from_integer(BigInt::from(10).pow(decimals));
        let rounded = scaled.round().to_integer().to_u64().unwrap();
        let (whole, part) = (rounded / 10_u64.pow(decimals), rounded % 10_u64.pow(decimals));
        let sign = if self.0.is_negative() && rounded > 0 {
            "\u{2212}"
        } else {
            ""
        };
        let mut digits = whole.to_string();
        for at in (1..digits.len())
            .rev()
            .filter(|at| (digits.len() - at) % 3 == 0)
            .collect::<Vec<_>>()
        {
            digits.insert(at, ',');
        }
        if decimals == 0 {
            format!("{sign}{digits}")
        } else {
            format!("{sign}{digits}.{part:0width$}", width = decimals as usize)
        }
    }

    /// A difference as people read it: always with its sign.
    pub fn change(&self, decimals: u32) -> String {
        let written = self.written(decimals);
        let nothing = written.chars().all(|sign| matches!(sign, '0' | '.'));
        match self.0.cmp(&BigRational::zero()) {
            _ if nothing => format!("±{written}"),
            Ordering::Greater => format!("+{written}"),
            _ => written,
        }
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Div for Fraction {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self(self.0 / other.0)
    }
}
